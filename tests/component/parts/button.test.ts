import { createRawSnippet } from 'svelte'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import Button from '../../../src/renderer/parts/Button.svelte'
import '../../../src/renderer/look/base.css'

const children = createRawSnippet(() => ({ render: () => '<span>누르기</span>' }))

test.each(['plain', 'quiet', 'primary'] as const)(
  'a %s button that cannot be pressed has no ground of its own',
  async (look) => {
    await render(Button, { look, disabled: true, children })
    const style = getComputedStyle(page.getByRole('button').element())
    expect(style.backgroundColor).toBe('rgba(0, 0, 0, 0)')
    // Only the main one keeps a hairline, so that its place is seen.
    expect(style.borderTopColor === 'rgba(0, 0, 0, 0)').toBe(look !== 'primary')
  },
)
