import type { Text } from '../../contract/deck.ts'
import { t } from '../words/t.ts'

/**
 * The foot of a step whose picture shows recordings: one word says so, since the log names each of them with versions and
 * conditions; then what of the picture is no recording, or has to be known to read it.
 */
export const recordedFoot = (rest?: Text): Text =>
  rest === undefined ? t('기록', 'Recorded') : t(`기록 · ${rest.ko}`, `Recorded · ${rest.en}`)
