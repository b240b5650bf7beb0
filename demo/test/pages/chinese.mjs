export const CHINESE = /[\u4e00-\u9fff]/
