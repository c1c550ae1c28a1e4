import { parseTokens } from '../../core/diagram/theme.ts'
import css from '../look/tokens.css?raw'

/** The colours of pictures in each theme, out of the same file as those of the windows. */
export const pictureThemes = parseTokens(css)
