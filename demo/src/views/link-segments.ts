/** Lights up all that belongs to the part of the token that is pointed at; when none is, to the part that has the focus. */
export function linkSegments(...roots: readonly HTMLElement[]): void {
  let focused: string | undefined
  const light = (name: string | undefined) => {
    for (const element of roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('[data-segment]')])) {
      element.classList.toggle('lit', element.dataset.segment === name)
    }
  }
  const focus = (name: string | undefined) => {
    focused = name
    light(name)
  }
  for (const root of roots) {
    root.addEventListener('pointerover', (event) => light(segmentOf(event) ?? focused))
    root.addEventListener('pointerleave', () => light(focused))
    root.addEventListener('focusin', (event) => focus(segmentOf(event)))
    root.addEventListener('focusout', () => focus(undefined))
  }
}

function segmentOf({ target }: Event): string | undefined {
  return (target as HTMLElement).closest<HTMLElement>('[data-segment]')?.dataset.segment
}
