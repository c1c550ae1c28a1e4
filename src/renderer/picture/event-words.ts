import type { Lang } from '../../contract/deck.ts'

/** What a recording was made with, by the recorder's keys; the names of programs. */
const programs: Readonly<Record<string, string>> = {
  buildx: 'buildx',
  cgroup: 'cgroup',
  containerd: 'containerd',
  dockerCli: 'docker CLI',
  dockerd: 'dockerd',
  qemu: 'QEMU',
  runc: 'runc',
  strace: 'strace',
  uml: 'User-mode Linux',
}

const ko = {
  title: '이 단계의 기록',
  close: '기록 닫기',
  back: '목록으로',
  none: '이 단계는 기록에서 온 것이 없어요. 그림의 숫자와 이름에는 예시라고 적혀 있어요.',
  time: '시각',
  what: '무엇을',
  status: '결과',
  bytes: '바이트',
  between: '누가 누구에게',
  protocol: '통로',
  recording: '기록',
  request: '보낸 것',
  response: '돌아온 것',
  stream: '이어진 것',
  took: (time: string) => `${time} 동안`,
  recordedWith: (of: string) => `${of}: 무엇으로 어떻게 기록했나`,
  with: {
    ...programs,
    apiNegotiated: '맞춘 API 버전',
    apiOfCli: 'CLI의 API 버전',
    date: '날짜',
    guestKernel: '게스트 커널',
    os: '운영체제',
    registry: '레지스트리',
    storageDriver: '저장 드라이버',
  } as Readonly<Record<string, string>>,
}

const en: typeof ko = {
  title: 'Recorded in this step',
  close: 'Close the log',
  back: 'To the list',
  none: 'Nothing in this step comes from a recording. Its numbers and names are marked as examples.',
  time: 'Time',
  what: 'What',
  status: 'Result',
  bytes: 'Bytes',
  between: 'From and to',
  protocol: 'Over',
  recording: 'Recording',
  request: 'Request',
  response: 'Response',
  stream: 'Stream',
  took: (time) => `took ${time}`,
  recordedWith: (of) => `${of}: recorded with what, and how`,
  with: {
    ...programs,
    apiNegotiated: 'API agreed on',
    apiOfCli: 'API of the CLI',
    date: 'Date',
    guestKernel: 'Guest kernel',
    os: 'System',
    registry: 'Registry',
    storageDriver: 'Storage driver',
  },
}

const all: Readonly<Record<Lang, typeof ko>> = { ko, en }

/** What the log of a picture says, in the language of the picture. */
export const logWords = (lang: Lang): typeof ko => all[lang]
