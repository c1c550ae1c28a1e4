import { createRawSnippet } from 'svelte'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import Dialog from '../../../src/renderer/parts/Dialog.svelte'
import '../../../src/renderer/look/base.css'

const holding = (html: string): ReturnType<typeof createRawSnippet> => createRawSnippet(() => ({ render: () => html }))
const shown = (html: string): unknown =>
  render(Dialog, { title: '긴 글', onclose: () => undefined, children: holding(html) })
const body = (): HTMLElement => document.querySelector<HTMLElement>('dialog .body') ?? document.body

test('keys scroll what a dialog holds where nothing in it takes them', async () => {
  await page.viewport(640, 400)
  await shown('<div style="height: 2000px">글</div>')
  await userEvent.keyboard('{Tab}{Tab}')
  expect(document.activeElement).toBe(body())
  await userEvent.keyboard('{End}')
  await expect.poll(() => body().scrollTop).toBeGreaterThan(1000)
})

test('what fits, or can be reached itself, is no stop for the keys', async () => {
  await page.viewport(640, 400)
  await shown('<div>짧은 글</div>')
  expect(body().tabIndex).toBe(-1)
  await shown('<div style="height: 2000px"><button type="button">누르기</button></div>')
  expect([...document.querySelectorAll<HTMLElement>('dialog .body')].map(({ tabIndex }) => tabIndex)).toEqual([-1, -1])
})

test('what has grown since is looked at again', async () => {
  await page.viewport(640, 400)
  await shown('<div>짧은 글</div>')
  const text = body().firstElementChild as HTMLElement
  text.style.height = '2000px'
  await expect.poll(() => body().tabIndex).toBe(0)
  text.style.height = ''
  await expect.poll(() => body().tabIndex).toBe(-1)
  text.style.height = '2000px'
  text.innerHTML = '<a href="#">링크</a>'
  await expect.poll(() => body().tabIndex).toBe(-1)
})

test('the upper edge stays where it is while what it holds becomes less or more', async () => {
  await page.viewport(820, 560)
  await shown('<div style="height: 2000px">글</div>')
  const top = (): number | undefined => document.querySelector('dialog')?.getBoundingClientRect().top
  const before = top()
  ;(body().firstElementChild as HTMLElement).style.height = '20px'
  expect(top()).toBe(before)
  expect(document.querySelector('dialog')?.getBoundingClientRect().height).toBeLessThan(200)
})

test('trouble stands below what a dialog holds, in sight, and pushes none of it away', async () => {
  await page.viewport(820, 560)
  const children = holding('<div style="height: 2000px"><p>첫 줄</p></div>')
  const trouble = holding('<div style="height: 900px">안 됐어요</div>')
  await render(Dialog, { title: '긴 글', onclose: () => undefined, children, trouble })
  await expect.element(page.getByText('안 됐어요')).toBeInViewport()
  expect(body().clientHeight).toBeGreaterThan(150)
})
