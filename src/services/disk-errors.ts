import { LecternError } from '../contract/failure.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
}

/** A failed write as a sentence: `disk-full` or `cannot-write`. An error that is one of ours already passes through. */
export function writeFailure(error: unknown, file: string): LecternError {
  if (error instanceof LecternError) return error
  if (['ENOSPC', 'EDQUOT'].includes(codeOf(error)))
    return new LecternError(
      'disk-full',
      {
        ko: `저장 공간이 가득 차서 ${file}에 쓰지 못했어요. 공간을 비우면 다시 저장해요.`,
        en: `The disk is full, so ${file} could not be written. It is saved again once there is space.`,
      },
      { cause: error },
    )
  return new LecternError(
    'cannot-write',
    {
      ko: `${file}에 쓸 수 없어요. 파일과 폴더의 쓰기 권한을 확인해 주세요.`,
      en: `${file} cannot be written. Check that you may write to the file and its folder.`,
    },
    { cause: error },
  )
}

/** A failed read as a sentence: `not-found`, `not-a-folder` or `unreadable`. */
export function readFailure(error: unknown, path: string): LecternError {
  if (error instanceof LecternError) return error
  const code = codeOf(error)
  if (code === 'ENOENT')
    return new LecternError('not-found', { ko: `${path}이(가) 없어요.`, en: `There is no ${path}.` }, { cause: error })
  if (code === 'ENOTDIR')
    return new LecternError(
      'not-a-folder',
      { ko: `${path}은(는) 폴더가 아니에요.`, en: `${path} is not a folder.` },
      { cause: error },
    )
  return new LecternError(
    'unreadable',
    {
      ko: `${path}을(를) 읽을 수 없어요. 읽기 권한을 확인해 주세요.`,
      en: `${path} cannot be read. Check that you may read it.`,
    },
    { cause: error },
  )
}
