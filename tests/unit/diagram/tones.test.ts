/** Every tone in every theme, as it is and set back; where it is meant to be otherwise, `npx vitest run --project unit tones -u`. */
import { expect, it } from 'vitest'
import { setBack, tone, type ToneName } from '../../../src/core/diagram/tone.ts'
import { pictureThemes, themeNames } from './rough.ts'

const names: readonly ToneName[] = ['kernel', 'app', 'lib', 'guest', 'daemon', 'hyper', 'hard', 'plain', 'danger']

it('tones have the colours that they had', async () => {
  const rows = themeNames.flatMap((theme) =>
    names.map((name) => {
      const [full, back] = [tone(pictureThemes[theme], name), setBack(pictureThemes[theme], name)]
      return `${theme} ${name}: ${Object.values(full).join(' ')} | back ${Object.values(back).join(' ')}`
    }),
  )
  await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('tones.txt')
})
