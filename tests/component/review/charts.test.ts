/** The charts as they are drawn in a window of 1280 px; where they are meant to be otherwise, `npx vitest run --project component charts -u`. */
import { fake } from '../library/fake-shell.ts'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import StatisticsView from '../../../src/renderer/review/statistics/StatisticsView.svelte'
import { markupOf } from '../markup.ts'
import { readyShell } from './open-view.ts'
import { ofNewPerson, statisticsOf } from './sample-statistics.ts'

test.each([
  ['busy', statisticsOf()],
  ['new', ofNewPerson()],
])('the charts of a %s person are drawn as they were', async (name, statistics) => {
  await readyShell(() => fake.when('review:statistics', () => statistics))
  const { container } = await render(StatisticsView, { course: 'docker', lang: 'ko', onleave: () => undefined })
  const charts = () => [...container.querySelectorAll('svg:not(.lucide)')]
  await expect.poll(() => charts().length, { timeout: 5000 }).toBeGreaterThan(1)
  await expect.poll(() => charts().some((chart) => chart.getAttribute('width') === '0')).toBe(false)
  const text = charts().map(markupOf).join('\n')
  await expect(text).toMatchFileSnapshot(`charts/${name}.txt`)
})
