import { describe, expect, test } from 'vitest'

describe.each(['layout.svg', 'layout.zh-CN.svg'])('the picture docs/%s', (name) => {
  test('has no text wider than its field or the page, and none that runs into the next', async () => {
    const response = await fetch(new URL(`../../docs/${name}`, import.meta.url))
    document.body.innerHTML = await response.text()
    const texts = [...document.querySelectorAll('text')].map((text) => ({
      said: text.textContent,
      line: text.getAttribute('y'),
      ...horizontal(text.getBBox()),
      middle: middleOf(text.getBBox())
    }))
    const fields = [...document.querySelectorAll<SVGRectElement>('rect.field')].map((rect) => rect.getBBox())
    const page = document.querySelector<SVGRectElement>('rect.page')?.getBBox() as DOMRect
    expect(texts.length).toBeGreaterThan(40)
    for (const { said, line, start, end, middle } of texts) {
      const around = horizontal(fields.find((field) => isInside(field, middle)) ?? page)
      expect(start >= around.start && end <= around.end, said).toBe(true)
      const others = texts.filter((other) => other.line === line && other.said !== said)
      expect(
        others.filter((other) => start < other.end && other.start < end),
        said
      ).toEqual([])
    }
  })
})

const horizontal = ({ x, width }: DOMRect) => ({ start: x, end: x + width })
const middleOf = ({ x, y, width, height }: DOMRect) => ({ x: x + width / 2, y: y + height / 2 })

function isInside({ x, y, width, height }: DOMRect, point: { x: number; y: number }): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}
