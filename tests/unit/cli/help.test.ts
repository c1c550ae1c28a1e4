/**
 * All that the programs say of how they are called, as they say it. Where it is meant to be otherwise,
 * `npx vitest run --project unit help -u` writes the files anew.
 */
import { expect, test } from 'vitest'
import { overallHelp, usages } from '../../../src/cli/usages.ts'
import { langs } from '../../../src/contract/deck.ts'
import { appUsage, startUsage } from '../../../src/services/terminal/opening-usage.ts'
import { helpText } from '../../../src/services/terminal/usage-text.ts'

test.each(langs)('help in %s says what it said', async (lang) => {
  const helps = [...Object.values(usages), startUsage, appUsage].map((usage) => helpText(usage, lang))
  await expect([overallHelp(lang), ...helps, ''].join('\n\n')).toMatchFileSnapshot(`help/${lang}.txt`)
})
