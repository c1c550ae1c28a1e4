import { LecternError } from '../../contract/failure.ts'

const of = (code: 'not-found' | 'refused' | 'unreadable', ko: string, en: string, cause?: unknown): LecternError =>
  new LecternError(code, { ko, en }, { cause })

/** What can be in the way of a recording, each as a sentence. */
export const problems = {
  noSocket: (path: string, cause?: unknown) =>
    of(
      'not-found',
      `${path}에서 Docker 엔진이 응답하지 않아요. Docker를 시작하거나 --socket으로 소켓을 알려 주세요.`,
      `No Docker engine answers at ${path}. Start Docker, or name its socket with --socket.`,
      cause,
    ),
  denied: (path: string, cause?: unknown) =>
    of(
      'unreadable',
      `${path}에 접속할 권한이 없어요. 사용자를 docker 그룹에 넣거나 root로 실행해 주세요.`,
      `You may not use ${path}. Add yourself to the group docker, or run this as root.`,
      cause,
    ),
  notAnEngine: (path: string) =>
    of(
      'refused',
      `${path}에서 응답하는 것은 Docker 엔진이 아니에요.`,
      `What answers at ${path} is not a Docker engine.`,
    ),
  tooOld: (has: string, needs: string) =>
    of(
      'refused',
      `Docker 엔진이 너무 오래됐어요: API ${has}예요. API ${needs}(Docker 20.10) 이상이 필요해요.`,
      `The Docker engine is too old: it speaks API ${has}, and API ${needs} (Docker 20.10) or newer is needed.`,
    ),
  notUnix: (host: string) =>
    of(
      'refused',
      `DOCKER_HOST가 ${host}예요. 녹화는 유닉스 소켓으로만 할 수 있으니 --socket으로 소켓을 알려 주세요.`,
      `DOCKER_HOST is ${host}. Recording works over a unix socket only; name one with --socket.`,
    ),
  noProgram: (names: string) =>
    of(
      'not-found',
      `이 프로그램이 없어요: ${names}. 설치하거나 PATH에 넣어 주세요.`,
      `Not installed: ${names}. Install it, or add it to PATH.`,
    ),
  noBusybox: () =>
    of(
      'not-found',
      '이미지를 만들려면 정적으로 링크된 busybox 프로그램이 필요해요 (Debian에서는 busybox-static). 설치하거나 LECTERN_BUSYBOX로 알려 주세요.',
      'Making the images needs a statically linked busybox (busybox-static on Debian). Install it, or name it in LECTERN_BUSYBOX.',
    ),
  notRoot: () =>
    of('refused', '--throw-away는 Linux에서 root로 실행해야 해요.', '--throw-away works on Linux as root only.'),
  noUnixSockets: () =>
    of('refused', '이 시스템에서는 녹화할 수 없어요. Linux나 macOS가 필요해요.', 'Recording needs Linux or macOS.'),
  nameTaken: (kind: 'container' | 'image', name: string) =>
    of(
      'refused',
      `Lectern이 만들지 않은 ${kind === 'container' ? '컨테이너' : '이미지'} ${name}이(가) 이미 있어서 건드리지 않았어요. 이름을 바꾸거나 --throw-away를 써 주세요.`,
      `There is ${kind === 'container' ? 'a container' : 'an image'} named ${name} that Lectern did not make, so nothing was touched. Rename it, or use --throw-away.`,
    ),
  failed: (command: string, said: string) =>
    of('refused', `명령이 실패했어요: ${command}\n  ${said}`, `This command failed: ${command}\n  ${said}`),
  didNotStart: (program: string, said: string, cause?: unknown) =>
    of('refused', `${program}이(가) 시작되지 않았어요. ${said}`, `${program} did not start. ${said}`, cause),
  engineFailed: (what: string, said: string, cause?: unknown) =>
    of('refused', `엔진이 요청을 거절했어요: ${what} ${said}`, `The engine refused: ${what} ${said}`, cause),
  stillLeft: (names: string) =>
    of(
      'refused',
      `엔진에 남은 것을 지우지 못했어요: ${names}`,
      `What was made on the engine could not be removed: ${names}`,
    ),
  busy: () =>
    new LecternError('busy', {
      ko: '다른 녹화가 진행 중이에요. 끝난 뒤에 다시 해 주세요.',
      en: 'Another recording is going on. Try again when it has ended.',
    }),
  cancelled: () => new LecternError('cancelled', { ko: '녹화를 취소했어요.', en: 'The recording was cancelled.' }),
}
