import * as v from 'valibot'
import { requestSchemas, type Answers, type Envelope, type PrintRequest } from '../../contract/channels.ts'
import type { PagePlace, PrintJob } from '../../contract/print.ts'
import type { PrintOptions } from './printer.ts'

/** What a print window is there for. */
export interface Printing extends Pick<PrintOptions, 'onProgress'> {
  readonly job: PrintJob
  /** Hears of each page of a careful job before it is laid out or drawn. */
  readonly onPage?: (place: PagePlace) => void
}

const refused: Envelope<never> = {
  failure: { code: 'refused', message: { ko: '인쇄 창에서는 쓸 수 없어요.', en: 'Not available while printing.' } },
}

const answers: {
  readonly [N in PrintRequest]: (printing: Printing, payload: unknown) => Envelope<Answers[N]>
} = {
  'print:read': ({ job }) => ({ value: job }),
  'print:progress': ({ onProgress }, payload) => {
    const progress = v.safeParse(requestSchemas['print:progress'], payload)
    if (!progress.success) return refused
    onProgress?.({ phase: 'laying-out', ...progress.output })
    return { value: null }
  },
  'print:page': ({ onPage }, payload) => {
    const place = v.safeParse(requestSchemas['print:page'], payload)
    if (!place.success) return refused
    onPage?.(place.output)
    return { value: null }
  },
}

/**
 * Meets a request of a print window, whichever browser it is in: it reads its job and tells how far it is and at what, and may ask
 * for nothing else. Never throws.
 */
export const answerPrint = (printing: Printing, name: string, payload: unknown): Envelope<unknown> =>
  Object.hasOwn(answers, name) ? answers[name as PrintRequest](printing, payload) : refused
