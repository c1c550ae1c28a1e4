import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-svelte'
import { isolation as scene } from '../../../src/core/scenes/isolation/index.ts'
import Knobs from '../../../src/renderer/picture/Knobs.svelte'
import '../../../src/renderer/look/base.css'

const onturn = vi.fn()
beforeEach(() => onturn.mockClear())
afterEach(() => cleanup())

const shown = async (lang: 'ko' | 'en', own?: number): Promise<void> => {
  await render(Knobs, { scene, step: 'IS-6', knobs: own === undefined ? {} : { own }, lang, onturn })
}

it('shows a set as a group of boxes, ticked as they are by default, in both languages', async () => {
  await shown('ko')
  await expect.element(page.getByRole('group', { name: '네임스페이스' })).toBeInTheDocument()
  const names = ['PID', '마운트', '네트워크', 'UTS', 'IPC', 'cgroup', '시간', '사용자']
  for (const name of names) {
    const box = page.getByRole('checkbox', { name })
    if (name === '사용자') await expect.element(box).not.toBeChecked()
    else await expect.element(box).toBeChecked()
  }
  cleanup()
  await shown('en')
  await expect.element(page.getByRole('group', { name: 'Namespaces' })).toBeInTheDocument()
  await expect.element(page.getByRole('checkbox', { name: 'Network' })).toBeChecked()
})

it('turns one of a set by a press on its word and by the space bar, and leaves the others as they are', async () => {
  await shown('ko', 0b101)
  await page.getByText('마운트').click()
  expect(onturn).toHaveBeenLastCalledWith('own', 0b111)
  const pid = page.getByRole('checkbox', { name: 'PID' })
  ;(pid.element() as HTMLElement).focus()
  await userEvent.keyboard(' ')
  expect(onturn).toHaveBeenLastCalledWith('own', 0b100)
  expect(document.activeElement).toBe(pid.element())
})

it('stands in one line beside a title', async () => {
  for (const lang of ['ko', 'en'] as const) {
    await shown(lang)
    const { width, height } = document.querySelector('.set')?.getBoundingClientRect() ?? { width: 0, height: 0 }
    expect(height).toBeLessThan(40)
    expect(width).toBeLessThan(460)
    cleanup()
  }
})
