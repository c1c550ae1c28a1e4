/** Makes `electron` the stand-in, without pages, for tests of single parts of the main process. */
import { vi } from 'vitest'

vi.mock('electron/main', () => import('../../harness/electron.ts'))
vi.mock('electron/common', () => import('../../harness/electron.ts'))
