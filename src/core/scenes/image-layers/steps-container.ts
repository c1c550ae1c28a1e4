import type { SceneStep } from '../../diagram/scene.ts'
import { numberText } from '../../words/number-text.ts'
import { box, web } from './recorded.ts'
import { anonymous, bind, named, tmpfs } from './recorded-volume.ts'
import type { State } from './state.ts'

type Step = SceneStep & { readonly change: Partial<State> }

const large = box.sizes[3]
const twice = numberText(2 * Number(box.grown), 1)

/** What a container puts on top of an image: the other six steps. */
export const containerSteps: readonly Step[] = [
  {
    id: 'IL-6',
    title: { ko: '컨테이너는 빈 레이어 한 장을 얹는다', en: 'A container adds one empty layer' },
    caption: {
      ko: '이미지를 복사하지 않습니다. 얇은 **쓰기 레이어** 한 장만 위에 얹고,\n겹친 장을 위에서 내려다본 모습이 컨테이너의 파일시스템입니다.',
      en: 'The image is not copied. One thin **writable layer** is put on top,\nand the view from above is the file system of the container.',
    },
    myth: { ko: '컨테이너는 이미지의 복사본이다', en: 'A container is a copy of its image' },
    foot: {
      ko: '기록 · 파일은 일부만 그림',
      en: 'Recorded · only some files are drawn',
    },
    events: [web.run.ref, web.mount.ref, web.lower.ref, web.upperBefore.ref],
    change: { picture: 'started' },
  },
  {
    id: 'IL-7',
    title: { ko: '고칠 때는 위로 복사하고, 지울 때는 가린다', en: 'Changed: copied up. Deleted: hidden' },
    caption: {
      ko: '고치면 파일을 **위로 복사**한 뒤 복사본을 고칩니다.\n지우면 **삭제 표시**가 덮어 가릴 뿐, 아래 원본은 그대로입니다.',
      en: 'A file that is changed is **copied up** first, and the copy is changed.\nA file that is deleted is covered by a **whiteout**; the original below stays as it was.',
    },
    myth: { ko: '쓰기는 원본 파일을 고친다', en: 'Writing changes the original file' },
    foot: {
      ko: '기록 · 큰 파일은 다른 이미지 cow · 파일은 일부만 그림',
      en: 'Recorded · the large file is in another image, cow · only some files are drawn',
    },
    predict: {
      question: {
        ko: `${large} 파일에서 1바이트를 고치고, 한 번 더 고칩니다. 쓰기 레이어는 모두 얼마나 커질까요?`,
        en: `One byte of a ${large} file is changed, then changed again. By how much does the writable layer grow in all?`,
      },
      choices: [
        { ko: '2바이트', en: '2 bytes' },
        { ko: `${box.grown} MB`, en: `${box.grown} MB` },
        { ko: `${twice} MB`, en: `${twice} MB` },
      ],
      answer: 1,
      because: {
        ko: '처음 쓸 때 파일을 통째로 한 번 복사하고, 그다음부터는 그 복사본을 고칩니다.',
        en: 'The first write copies the whole file up, once; later writes change that copy.',
      },
    },
    events: [
      web.change.ref,
      web.remove.ref,
      web.create.ref,
      web.upperAfter.ref,
      web.below.ref,
      web.whiteout.ref,
      web.both.ref,
      web.untouched.ref,
      box.remove.ref,
      box.first.ref,
      box.second.ref,
      box.size.ref,
    ],
    change: { picture: 'written' },
  },
  {
    id: 'IL-8',
    title: { ko: '쓰기 레이어는 컨테이너마다 하나다', en: 'Every container has its own writable layer' },
    caption: {
      ko: '같은 이미지로 컨테이너를 여럿 띄워도 **이미지는 한 벌**입니다.\nweb이 고친 파일은 web2에 보이지 않습니다. 쓰기 레이어가 서로 다르기 때문입니다.',
      en: 'However many containers are started from it, there is **one copy of the image**.\nweb2 does not see what web changed: each writes to its own writable layer.',
    },
    myth: { ko: '컨테이너끼리 변경이 섞인다', en: 'Changes of one container show in the others' },
    foot: {
      ko: '기록 · 셋째 컨테이너부터는 예시',
      en: 'Recorded · from the third container on: examples',
    },
    events: [web.size.ref, web.second.ref, web.both.ref, web.untouched.ref],
    change: { picture: 'several' },
  },
  {
    id: 'IL-9',
    title: { ko: '멈추면 남고, 지우면 사라진다', en: 'stop keeps the data, rm deletes it' },
    caption: {
      ko: '`stop`은 쓰기 레이어를 **남겨 두고**, 다시 `start`하면 데이터가 그대로 있습니다.\n`rm`은 쓰기 레이어를 **지웁니다**. 이미지는 어느 쪽에서도 변하지 않습니다.',
      en: '`stop` **keeps** the writable layer, and after `start` the data is there again.\n`rm` **deletes** it. The image does not change either way.',
    },
    myth: { ko: '컨테이너를 멈추면 데이터가 사라진다', en: 'Stopping a container loses its data' },
    foot: {
      ko: '기록 · 왼쪽부터 시간 순서, 앞의 셋은 같은 컨테이너',
      en: 'Recorded · in order of time; the first three are one container',
    },
    events: [web.stop.ref, web.stopped.ref, web.start.ref, web.again.ref, web.rm.ref, web.gone.ref, web.fresh.ref],
    change: { picture: 'lifetimes' },
  },
  {
    id: 'IL-10',
    title: { ko: '볼륨은 레이어를 거치지 않는다', en: 'A volume bypasses the layers' },
    caption: {
      ko: '볼륨은 레이어 밖에 있어서 **컨테이너를 지워도 남고**, 다음 컨테이너가 이어서 씁니다.\n그래도 백업은 아닙니다. `docker volume rm` 한 번이면 지워집니다.',
      en: 'A volume lies outside the layers: it **outlives the container**, and the next one picks it up.\nStill, it is not a backup: a single `docker volume rm` deletes it.',
    },
    myth: {
      ko: '볼륨은 절대 안 지워진다, 볼륨은 백업이다',
      en: 'A volume is never deleted, so it is a backup',
    },
    foot: {
      ko: '기록 · 쓰는 중인 볼륨은 volume rm이 거절한다',
      en: 'Recorded · volume rm refuses a volume that is in use',
    },
    predict: {
      question: {
        ko: '컨테이너 web을 `docker rm -v`로 지웁니다. 이름 있는 볼륨 data는 어떻게 될까요?',
        en: 'The container web is removed with `docker rm -v`. What happens to its named volume data?',
      },
      choices: [
        { ko: '함께 지워진다', en: 'It is deleted too' },
        { ko: '남는다', en: 'It stays' },
        { ko: '비워진다', en: 'It is emptied' },
      ],
      answer: 1,
      because: {
        ko: '`-v`는 익명 볼륨만 함께 지웁니다. 이름 있는 볼륨은 `docker volume rm`으로 지웁니다.',
        en: '`-v` removes anonymous volumes only. A named one is deleted by `docker volume rm`.',
      },
    },
    events: [
      named.write.ref,
      named.onHost.ref,
      named.inUse.ref,
      named.rm.ref,
      named.next.ref,
      named.remove.ref,
      bind.mountedAs.ref,
      bind.changed.ref,
      bind.rm.ref,
      bind.left.ref,
      tmpfs.mountedAs.ref,
      tmpfs.full.ref,
      tmpfs.empty.ref,
      anonymous.mounts.ref,
      anonymous.left.ref,
      anonymous.rmV.ref,
      anonymous.leftV.ref,
      anonymous.leftRm.ref,
    ],
    change: { picture: 'volumes' },
  },
  {
    id: 'IL-11',
    title: { ko: '나중에 지워도 아래 장에는 남아 있다', en: 'Deleted later, but still in the layer below' },
    caption: {
      ko: '뒤에서 `rm`해도 앞 레이어의 파일은 **숨겨질 뿐**이고, 이미지는 작아지지 않습니다.\n**멀티 스테이지**로 결과물만 옮기고, 비밀은 빌드 시크릿으로 넘겨야 합니다.',
      en: 'A later `rm` only **hides** the file of the layer below, and the image gets no smaller.\nCarry over just the result with a **multi-stage build**, and hand secrets in as build secrets.',
    },
    myth: { ko: '나중에 지우면 사라지고 작아진다', en: 'Deleting a file later makes the image smaller' },
    foot: {
      ko: '기록 · 위의 두 Dockerfile은 예시',
      en: 'Recorded · both Dockerfiles above are examples',
    },
    events: [web.size.ref, box.remove.ref, box.below.ref],
    change: { picture: 'hidden' },
  },
]
