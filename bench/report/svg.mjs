// Small helpers for charts that read well on light and dark pages: text and lines take the reader's colour scheme.
const STYLE = `<style>
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .muted { fill: #57606a }
  .axis { stroke: #8c959f; fill: none }
  .own { fill: #0969da } .floor { fill: #8c959f } .peer { fill: #bf8700 }
  .line-own { stroke: #0969da; fill: none; stroke-width: 2 } .line-peer { stroke: #bf8700; fill: none; stroke-width: 2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .muted { fill: #9198a1 } .axis { stroke: #656c76 }
    .own { fill: #4493f8 } .floor { fill: #656c76 } .peer { fill: #d29922 }
    .line-own { stroke: #4493f8 } .line-peer { stroke: #d29922 }
  }
</style>`

export function svg(width, height, title, body) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(title)}">
${STYLE}
<text x="0" y="16" font-weight="600">${escapeXml(title)}</text>
${body.join('\n')}
</svg>
`
}

export function text(x, y, content, { anchor = 'start', className = '' } = {}) {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" class="${className}">${escapeXml(content)}</text>`
}

export function round(number) {
  return Number(number.toFixed(1))
}

function escapeXml(content) {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
