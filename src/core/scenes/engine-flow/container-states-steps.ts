import type { SceneStep } from '../../diagram/scene.ts'
import { dockerVersion, run } from './recorded.ts'
import type { State } from './state.ts'

const foot: SceneStep['foot'] = {
  ko: `기록 · 도커 ${dockerVersion} · pause와 rm은 도커 문서`,
  en: `Recorded · Docker ${dockerVersion} · pause and rm: from the Docker docs`,
}
const [made, started] = [[run.create.ref], [run.create.ref, run.start.ref]]
const ended = [...started, run.exited.ref]

/** The life of a container as states, a command at a time. */
export const containerStateSteps: readonly (SceneStep & { readonly change: Partial<State> })[] = [
  {
    id: 'EF-15',
    title: { ko: 'created: 자리만 있다', en: 'created: set up, not started' },
    caption: {
      ko: '`create`는 자리만 만듭니다. **프로세스는 없고** 쓰기 레이어는 비었습니다.',
      en: '`create` only sets it up: **no process**, and an empty writable layer.',
    },
    myth: { ko: '만들면 바로 돈다', en: 'A created container is already running' },
    foot,
    events: made,
    change: { life: 'created' },
  },
  {
    id: 'EF-16',
    title: { ko: 'running: 프로세스가 돈다', en: 'running: a process runs' },
    caption: {
      ko: '`start`가 프로세스를 시작합니다. 이제 쓰는 것은 **쓰기 레이어**에 남습니다.',
      en: '`start` starts the process. What it writes goes into **the writable layer**.',
    },
    myth: { ko: 'run과 start는 같은 명령이다', en: 'run and start are the same command' },
    foot,
    events: started,
    change: { life: 'running' },
  },
  {
    id: 'EF-17',
    title: { ko: 'paused: 얼렸을 뿐이다', en: 'paused: only frozen' },
    caption: {
      ko: '`pause`는 프로세스를 **얼릴 뿐** 끝내지 않습니다. `unpause`로 이어 갑니다.',
      en: '`pause` **only freezes** the process; `unpause` resumes it where it was.',
    },
    myth: { ko: 'pause하면 메모리가 비워진다', en: 'pause frees the memory' },
    foot,
    events: started,
    change: { life: 'paused' },
  },
  {
    id: 'EF-18',
    title: { ko: 'exited: 끝나도 남는다', en: 'exited: ended, and still there' },
    caption: {
      ko: '멈춘 `exited`에도 **쓰기 레이어, 로그, 종료 코드**가 남습니다.',
      en: '**Writable layer, logs and exit code** outlive the process in `exited`.',
    },
    myth: { ko: '멈추면 컨테이너가 사라진다', en: 'A stopped container is gone' },
    foot,
    events: ended,
    change: { life: 'exited' },
  },
  {
    id: 'EF-19',
    title: { ko: '지우는 것은 rm이다', en: 'It is rm that deletes' },
    caption: {
      ko: '`rm`이 비로소 **쓰기 레이어까지** 지웁니다. 여기서 돌아오는 길은 없습니다.',
      en: 'Only `rm` deletes it, **writable layer and all**. There is no way back.',
    },
    myth: { ko: 'stop이 컨테이너를 지운다', en: 'stop deletes the container' },
    foot,
    events: ended,
    change: { life: 'deleted' },
  },
]
