/** The question was answered with no: a case failed, a token is not valid. */
export const NOT_WELL = 1

/** The command could not do its work: wrong options, or something it needs is missing. */
export const WRONG_USE = 2

/** Ctrl-C at a prompt: what a shell says of a program that SIGINT ended. */
export const INTERRUPTED = 130
