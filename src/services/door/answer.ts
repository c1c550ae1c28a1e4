import * as v from 'valibot'
import {
  requestSchemas,
  type Envelope,
  type HandledRequest,
  type Handlers,
  type PrintRequest,
  type WindowKind,
} from '../../contract/channels.ts'
import { LecternError, unexpected, type Failure } from '../../contract/failure.ts'

/** Print windows are answered by the printer that opened them (`services/export/answer-print.ts`), and nobody else is asked there. */
const ofPrint: Readonly<Record<PrintRequest, true>> = {
  'print:read': true,
  'print:progress': true,
  'print:page': true,
}

const isRequest = (name: string): name is HandledRequest | PrintRequest => Object.hasOwn(requestSchemas, name)
const isHandled = (name: HandledRequest | PrintRequest): name is HandledRequest => !Object.hasOwn(ofPrint, name)

const badRequest = (name: string): Failure => ({
  code: 'bad-request',
  message: {
    ko: `이 요청은 이해할 수 없어요: ${name.slice(0, 100)}`,
    en: `This request makes no sense here: ${name.slice(0, 100)}`,
  },
})

const refused: Failure = {
  code: 'refused',
  message: { ko: '이 창에서는 할 수 없는 일이에요.', en: 'This window may not do that.' },
}

const internal: Failure = {
  code: 'internal',
  message: {
    ko: `${unexpected.ko} 하던 일은 그대로 있으니 다시 시도해 주세요. 자세한 내용은 --verbose로 시작하면 볼 수 있어요.`,
    en: `${unexpected.en} Your work is untouched: please try again. Start with --verbose to see the details.`,
  },
}

/**
 * The one door between windows and shell: checks who asks for what, has it done, and answers. Never rejects.
 * @param payload whatever came over the wire; over JSON a request without payload may come as null
 * @param report gets what must not cross: errors that are bugs, and what is wrong with a payload (for `--verbose`)
 */
export async function answer(
  handlers: Handlers,
  name: string,
  payload: unknown,
  from: WindowKind,
  report: (error: unknown) => void = () => undefined,
): Promise<Envelope<unknown>> {
  if (!isRequest(name)) return { failure: badRequest(name) }
  if (from === 'print' || !isHandled(name)) return { failure: refused }
  const checked = v.safeParse(requestSchemas[name], payload ?? undefined)
  if (!checked.success) {
    report(new v.ValiError(checked.issues))
    return { failure: badRequest(name) }
  }
  try {
    const handle = handlers[name] as (payload: unknown, from: WindowKind) => unknown
    return { value: await handle(checked.output, from) }
  } catch (error) {
    if (error instanceof LecternError) {
      if (error.cause !== undefined) report(error)
      return { failure: error.failure }
    }
    report(error)
    return { failure: internal }
  }
}
