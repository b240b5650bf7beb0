/** Colours that can be read on a light and on a dark page: the picture brings its own ground. */
export const LAYOUT_STYLE = `text { font: 14px system-ui, -apple-system, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", sans-serif; fill: #1f2328 }
.page { fill: #ffffff; stroke: #d1d9e0 }
.heading { font-weight: 600; font-size: 15px }
.name { font-weight: 600 }
.note, .offset { font-size: 12.5px; fill: #59636e }
.offset, .mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace }
.mono { font-size: 14px }
.middle { text-anchor: middle }
.bracket { fill: none; stroke: #818b98 }
.field { fill: #f0f2f5; stroke: #818b98 }
.version, .mode { fill: #ffe3d9; stroke: #bc4c00 }
.expire { fill: #fff3cd; stroke: #9a6700 }
.iv { fill: #ddf0ff; stroke: #0969da }
.ciphertext, .text { fill: #dcf6e3; stroke: #1a7f37 }
.text { fill: #f0f2f5; stroke: #818b98 }
.tag { fill: #f3e8ff; stroke: #8250df }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc }
  .page { fill: #0d1117; stroke: #3d444d }
  .note, .offset { fill: #b7bdc8 }
  .bracket { stroke: #9198a1 }
  .field, .text { fill: #212830; stroke: #9198a1 }
  .version, .mode { fill: #4d2213; stroke: #f0883e }
  .expire { fill: #3d2e00; stroke: #d29922 }
  .iv { fill: #0c2d5c; stroke: #4493f8 }
  .ciphertext { fill: #0f3d20; stroke: #3fb950 }
  .tag { fill: #37225c; stroke: #ab7df8 }
}`
