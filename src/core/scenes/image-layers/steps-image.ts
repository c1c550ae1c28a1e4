import type { SceneStep } from '../../diagram/scene.ts'

import { appLayers, builds, disk, hello, historyCommand, manifests, pulls, web } from './recorded.ts'
import type { State } from './state.ts'
import { bytesText } from '../../words/bytes-text.ts'

type Step = SceneStep & { readonly change: Partial<State> }

const [few, many] = [bytesText(pulls.b.bytes), bytesText(pulls.a.bytes)]

/** How an image is put together: the first five steps. */
export const imageSteps: readonly Step[] = [
  {
    id: 'IL-1',
    title: { ko: '파일을 바꾸는 명령만 레이어를 만든다', en: 'Only lines that change files make a layer' },
    caption: {
      ko: '`FROM`, `RUN`, `COPY`처럼 **파일을 바꾸는 줄**이 레이어가 됩니다. `EXPOSE`와 `CMD`는 설정만 바꿉니다.\n한 줄이 바뀌면 캐시는 거기서 끊기고, **그 아래 줄을 모두 다시** 빌드합니다.',
      en: 'Lines that **change files** (`FROM`, `RUN`, `COPY`) become layers. `EXPOSE` and `CMD` only set config.\nThe cache ends where a line changes, and **every line after it is built again**.',
    },
    myth: { ko: '명령 하나가 레이어 하나다', en: 'Every instruction is a layer' },
    foot: {
      ko: '기록 · 줄을 바꾼 결과는 예시',
      en: 'Recorded · results of a change: examples',
    },
    predict: {
      question: {
        ko: '`FROM` 아래의 네 줄 가운데 새 레이어를 만드는 줄은 몇 개일까요?',
        en: 'Of the four lines below `FROM`, how many make a new layer?',
      },
      choices: [
        { ko: '두 줄', en: 'Two' },
        { ko: '세 줄', en: 'Three' },
        { ko: '네 줄', en: 'Four' },
      ],
      answer: 0,
      because: {
        ko: '`RUN`과 `COPY`만 파일을 바꿉니다. `EXPOSE`와 `CMD`는 설정에 적힐 뿐입니다.',
        en: 'Only `RUN` and `COPY` change files; `EXPOSE` and `CMD` are written into the config.',
      },
    },
    events: [builds.first.ref, builds.again.ref, historyCommand.ref],
    change: { picture: 'dockerfile' },
  },
  {
    id: 'IL-2',
    title: { ko: '레이어는 스냅샷이 아니라 변경분이다', en: 'A layer is a set of changes, not a snapshot' },
    caption: {
      ko: '한 장에는 아래 장과 **달라진 것만** 적힙니다. 추가, 변경, 그리고 **삭제 표시**(화이트아웃)입니다.\n빈 자리는 투명해서 아래 장이 그대로 비칩니다.',
      en: 'A layer holds **only what differs** from below: added, changed, or deleted by a **whiteout**.\nWhere it holds nothing it is transparent, and the layers below show through.',
    },
    myth: { ko: '레이어는 전체 스냅샷이다', en: 'A layer is a full snapshot' },
    foot: {
      ko: '기록 · 파일은 일부만 그림',
      en: 'Recorded · only some files are drawn',
    },
    events: [web.diff.ref, ...appLayers.map(({ ref }) => ref)],
    change: { picture: 'changes' },
  },
  {
    id: 'IL-3',
    title: { ko: '이미지는 매니페스트가 가리키는 조각들이다', en: 'An image is what a manifest points to' },
    caption: {
      ko: '**매니페스트**는 설정 하나와 레이어들을 **다이제스트**로 가리키는 짧은 JSON입니다.\n다이제스트는 내용의 지문이라서, 내용이 같으면 이름도 같습니다.',
      en: 'The **manifest** is a short JSON that names one config and the layers, each by its **digest**.\nA digest is a fingerprint of the content: same content, same name.',
    },
    myth: { ko: '이미지는 파일 하나다', en: 'An image is one file' },
    foot: {
      ko: '기록 · 다이제스트는 앞 12자리만 그림',
      en: 'Recorded · only the first 12 characters of digests are drawn',
    },
    events: [pulls.a.ref, manifests.a.ref, ...appLayers.map(({ ref }) => ref)],
    change: { picture: 'manifest' },
  },
  {
    id: 'IL-4',
    title: { ko: '태그 하나에 플랫폼마다 이미지 하나', en: 'One tag, one image for each platform' },
    caption: {
      ko: '**태그**는 옮길 수 있는 이름이고, 여기서는 **인덱스**를 가리킵니다. 인덱스에는 플랫폼마다 매니페스트가 있습니다.\n다른 CPU의 이미지를 골라 실행하면 프로그램이 시작되지 않습니다.',
      en: 'A **tag** is a name that can be moved. Here it points to an **index**, which lists one manifest per platform.\nRun an image for another CPU, and its program does not start at all.',
    },
    myth: {
      ko: '태그 하나에 이미지 하나, amd64 이미지면 어디서나 된다',
      en: 'One tag is one image, and an amd64 image runs anywhere',
    },
    foot: {
      ko: '기록 · 에뮬레이터가 없는 엔진',
      en: 'Recorded on an engine without an emulator',
    },
    events: [hello.tag.ref, hello.index.ref, hello.amd64.ref, hello.arm64.ref, hello.wrong.ref],
    change: { picture: 'platforms' },
  },
  {
    id: 'IL-5',
    title: { ko: '같은 레이어는 한 번만 받고 한 번만 둔다', en: 'A shared layer is fetched once and kept once' },
    caption: {
      ko: `app-b를 받을 때 아래 두 장은 **이미 있어서** 없는 한 장만 받았습니다.\n${many}를 받은 다음이라 이번에는 **${few}**면 충분했습니다.`,
      en: `When app-b was pulled, its two lower layers **were already present**, so one layer was fetched.\nAfter the ${many} of app-a, **${few}** were enough.`,
    },
    myth: { ko: '이미지 두 개면 용량도 두 배다', en: 'Two images take twice the space' },
    foot: {
      ko: '기록 · 받은 양은 매니페스트와 설정까지, 디스크는 베이스 busybox까지',
      en: 'Recorded · bytes with manifest and config, disk with their base busybox',
    },
    predict: {
      question: {
        ko: 'app-a를 받은 엔진에서 같은 베이스의 app-b를 받습니다. 레이어 세 장 가운데 몇 장을 받을까요?',
        en: 'An engine has app-a and pulls app-b, built on the same base. How many of its three layers are fetched?',
      },
      choices: [
        { ko: '세 장 모두', en: 'All three' },
        { ko: '두 장', en: 'Two' },
        { ko: '한 장', en: 'One' },
      ],
      answer: 2,
      because: {
        ko: '베이스의 두 장은 다이제스트가 같아서 다시 받지 않습니다. app-b만의 한 장만 받았습니다.',
        en: 'The two of the base have the same digests and are not fetched again; only its own layer was.',
      },
    },
    events: [pulls.a.ref, pulls.b.ref, manifests.b.ref, pulls.b.blob, disk.list, disk.ref],
    change: { picture: 'shared' },
  },
]
