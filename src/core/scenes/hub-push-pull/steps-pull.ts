import type { SceneStep } from '../../diagram/scene.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { State } from './state.ts'

import { docs, login, moving, pings, platforms, pulls, token, type Pull } from './recorded.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

export type Step = SceneStep & { readonly change: Partial<State> }

const { hours, anonymous, personal, status } = docs.pullLimits

const eventsOf = ({ command, asked, head, manifest, blobs }: Pull): readonly EventRef[] =>
  [command, asked, head, manifest, ...blobs].map(({ ref }) => ref)

const [fresh, shared, again] = pulls

/** HP-1 to HP-6: from a name to the layers on one's own computer. */
export const pullSteps: readonly Step[] = [
  {
    id: 'HP-1',
    title: t('이름 속에 레지스트리가 들어 있다', 'A name says which registry'),
    caption: t(
      '`nginx`라고만 쓰면 도커가 `docker.io/library/nginx:latest`로 채웁니다.\n**호스트를 적으면** 그 레지스트리로 갑니다. `latest`는 **적지 않았을 때의 이름**일 뿐입니다.',
      'Type `nginx` and Docker makes it `docker.io/library/nginx:latest`.\n**Write a host** and Docker asks that registry. `latest` is only **the tag you get by leaving it out**.',
    ),
    myth: t('허브가 유일한 레지스트리다 · latest는 최신이다', 'Docker Hub is the only registry; latest is the newest'),
    foot: t('기록 · nginx는 도커 문서', 'Recorded · nginx: Docker docs'),
    events: [fresh.command.ref, fresh.head.ref, moving.fixed.command.ref],
    change: {},
  },
  {
    id: 'HP-2',
    title: t('토큰으로 로그인하고 자격 증명 저장소에 보관한다', 'Log in with a token, keep it in a credential store'),
    caption: t(
      '사람은 브라우저로, **CI는 범위를 줄인 액세스 토큰을 표준 입력으로** 넘깁니다.\n자격 증명 저장소가 없으면 `config.json`에 **base64로만** 남습니다.',
      'People use the browser; **CI passes a scoped access token on standard input**.\nWithout a credential store it stays in `config.json`, **only base64-encoded**.',
    ),
    myth: t('CI에 내 비밀번호를 넣으면 된다', 'Just put my password into CI'),
    foot: t(
      '기록 · 허브와 토큰 서버는 시험용 · 브라우저와 키체인은 기록 아님',
      'Recorded · stand-ins for Hub and token server · browser, keychain: not recorded',
    ),
    events: [login.command, login.asked, login.refused, login.token, login.accepted]
      .map(({ ref }): EventRef => ref)
      .concat(login.fileRef),
    change: { picture: 'login' },
  },
  {
    id: 'HP-3',
    title: t('공개 이미지도 토큰부터 받는다', 'Even a public image needs a token'),
    caption: t(
      '첫 요청은 **401**입니다. 응답에 적힌 토큰 서버에서 **pull 토큰**을 받아 다시 요청합니다.\n공개 이미지의 pull 토큰은 로그인하지 않아도 받을 수 있습니다.',
      "The first answer is **401** and a token server's address; a **pull token** from there opens the way.\nFor a public image that token needs no login.",
    ),
    myth: t('공개 이미지는 인증 과정이 없다', 'Public images involve no authentication'),
    foot: t(
      '기록 · 허브와 토큰 서버는 시험용 · TLS는 기록 아님',
      'Recorded · stand-ins for Hub and auth.docker.io · TLS: not recorded',
    ),
    predict: {
      question: t(
        '로그인하지 않고 공개 이미지를 받습니다. 첫 요청의 답은?',
        'You pull a public image without logging in. What does the first request get?',
      ),
      choices: [
        t('200, 바로 준다', '200, at once'),
        t('401, 토큰부터', '401, a token first'),
        t('404, 못 찾는다', '404, not found'),
      ],
      answer: 1,
      because: t(
        `레지스트리는 ${token.refused.status}로 토큰 서버의 주소를 알려 주고, 그 서버는 로그인 없이도 pull 토큰을 줍니다.`,
        `The registry answers ${token.refused.status} with the address of a token server, which gives a pull token to anyone.`,
      ),
    },
    events: [token.command, token.asked, token.refused, token.granted, token.head].map(({ ref }) => ref),
    change: { picture: 'token' },
  },
  {
    id: 'HP-4',
    title: t('태그로 인덱스를 찾고 내 플랫폼을 고른다', 'From tag to index to my platform'),
    caption: t(
      '태그로 물어 **다이제스트**를 알아내고, 그 뒤로는 다이제스트로만 요청합니다.\n먼저 온 것은 **인덱스**이고, 엔진은 **내 플랫폼의 매니페스트**를 골라 받습니다.',
      'First the **digest** of the tag is looked up; from then on everything goes by digest.\nWhat comes first is an **index**; the engine picks **the manifest of its own platform**.',
    ),
    myth: t('태그가 곧 이미지다', 'The tag is the image'),
    foot: t('기록 · 로그인 없는 로컬 레지스트리', 'Recorded · local registry without login'),
    events: platforms.pulls.flatMap(({ command, asked, head, index, manifest }) =>
      [command, asked, head, ...(index ? [index] : []), manifest].map(({ ref }) => ref),
    ),
    change: { picture: 'platform' },
  },
  {
    id: 'HP-5',
    title: t('없는 레이어만 한 번에 세 개씩 받는다', 'Only missing layers, three at a time'),
    caption: t(
      '설정과 레이어를 나란히 받아 **다이제스트로 하나씩 검증**하고 풉니다. 넷째 레이어는 차례를 기다립니다.\n이미 있는 레이어는 **요청조차 보내지 않습니다**.',
      'Config and layers arrive in parallel, each **verified by its digest**; the fourth layer waits.\nFor a layer you already have, **no request is sent at all**.',
    ),
    myth: t('매번 전부 다시 받는다', 'Every pull downloads everything again'),
    foot: t('기록 · 허브의 CDN은 기록 아님', "Recorded · Hub's CDN: not recorded"),
    events: [...eventsOf(fresh), ...eventsOf(shared), ...eventsOf(again)],
    change: { picture: 'pull' },
  },
  {
    id: 'HP-6',
    title: t('한도는 용량이 아니라 횟수다', 'The limit counts pulls, not bytes'),
    caption: t(
      `익명은 **${hours}시간에 ${anonymous}회**, Personal 계정은 ${personal}회입니다. **매니페스트 GET**을 세고 HEAD는 세지 않습니다.\n넘으면 **${status}**가 옵니다. 로그인해서 한도를 늘리거나 미러를 둡니다.`,
      `Anonymous: **${anonymous} in ${hours} hours**; a Personal account: ${personal}. **GETs of manifests** count, HEAD does not.\nBeyond that you get **${status}**: log in for more, or put a mirror in between.`,
    ),
    myth: t('용량을 제한한다 · 시간당 10회다', 'It limits bytes; it is ten per hour'),
    foot: t(
      '기록 · 한도는 도커 문서(docker-hub/usage/pulls), 기록 아님',
      'Recorded · limits: Docker docs (docker-hub/usage/pulls), not recorded',
    ),
    predict: {
      question: t(
        '같은 이미지를 곧바로 한 번 더 받습니다. 레이어는 하나도 오지 않습니다. 한도에서는 모두 몇 회일까요?',
        'You pull the same image again; no layer travels. How many pulls are counted in all?',
      ),
      choices: [t('1회', '1'), t('2회', '2'), t('레이어 수만큼', 'One per layer')],
      answer: 1,
      because: t(
        `두 번째에도 매니페스트 GET은 갑니다(${bytesText(again.manifest.down)}). 세는 것은 그 요청입니다.`,
        `The second pull GETs the manifest as well (${bytesText(again.manifest.down)}), and that request is what counts.`,
      ),
    },
    events: [
      ...[fresh.command, pings[0], fresh.head, fresh.manifest, ...fresh.blobs].map(({ ref }) => ref),
      ...[again.command, pings[1], again.head, again.manifest].map(({ ref }) => ref),
    ],
    change: { picture: 'limit' },
  },
]
