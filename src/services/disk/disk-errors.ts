import { LecternError } from '../../contract/failure.ts'

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
        ko: `저장 공간이 가득 차서 저장하지 못했어요. 공간을 비우고 다시 해 주세요: ${file}`,
        en: `The disk is full, so this could not be saved. Make some room and try again: ${file}`,
      },
      { cause: error },
    )
  return new LecternError(
    'cannot-write',
    {
      ko: `저장할 수 없어요. 파일과 폴더의 쓰기 권한을 확인해 주세요: ${file}`,
      en: `This could not be saved. Check that you may write to the file and its folder: ${file}`,
    },
    { cause: error },
  )
}

/** A failed read as a sentence: `not-found`, `not-a-folder` or `unreadable`. */
export function readFailure(error: unknown, path: string): LecternError {
  if (error instanceof LecternError) return error
  const code = codeOf(error)
  if (code === 'ENOENT')
    return new LecternError('not-found', { ko: `찾을 수 없어요: ${path}`, en: `Not found: ${path}` }, { cause: error })
  if (code === 'ENOTDIR')
    return new LecternError(
      'not-a-folder',
      { ko: `폴더가 아니에요: ${path}`, en: `Not a folder: ${path}` },
      { cause: error },
    )
  return new LecternError(
    'unreadable',
    {
      ko: `읽을 수 없어요. 읽기 권한을 확인해 주세요: ${path}`,
      en: `Cannot be read. Check that you may read it: ${path}`,
    },
    { cause: error },
  )
}
