import type { EventRef } from '../../traces/digest.ts'

import { moving, pushes, tagging, type Push } from './recorded.ts'
import type { Step } from './steps-pull.ts'
import { t } from '../../words/t.ts'
import { bytesText, sizeText } from '../../words/bytes-text.ts'

/** Every recorded call of a push that is drawn, in the order in which it was made. */
function eventsOf({ command, asked, uploads, manifest }: Push): readonly EventRef[] {
  const calls = uploads.flatMap(({ probe, mount, patch }) => [probe, mount, patch].filter((call) => call !== undefined))
  return [command.ref, asked.ref, ...calls.sort((a, b) => a.ms - b.ms).map(({ ref }) => ref), manifest.ref]
}
const every = pushes.flatMap(eventsOf)

const mounted = pushes[1]
const sent =
  mounted.uploads.find(({ patch, blob }) => patch && blob.digest !== mounted.image.config.digest)?.blob.size ?? 0
const whole = mounted.image.layers.reduce((sum, { size }) => sum + size, 0)

/** HP-7 to HP-12: from a new name to an image that others can rely on. */
export const pushSteps: readonly Step[] = [
  {
    id: 'HP-7',
    title: t('태그는 복사가 아니라 이름이다', 'A tag is a name, not a copy'),
    caption: t(
      '`docker tag`는 같은 이미지에 **이름표를 하나 더** 답니다. 레이어는 복사되지 않습니다.\n올릴 곳은 **이름이 정합니다**. 그래서 push 전에 레지스트리가 든 이름을 붙입니다.',
      '`docker tag` puts **one more name** on the same image. No layer is copied.\n**The name decides** where a push goes, so it gets the registry in front before it is pushed.',
    ),
    myth: t('태그를 붙이면 복사된다', 'Tagging makes a copy'),
    foot: t('기록', 'Recorded'),
    events: [tagging.listing, tagging.command.ref, tagging.asked.ref, tagging.proof.ref],
    change: { picture: 'tag' },
  },
  {
    id: 'HP-8',
    title: t('올릴 때도 없는 것만 간다', 'A push sends only what is missing'),
    caption: t(
      '주고받은 적 있는 레이어는 **HEAD로 먼저 묻습니다**. 있으면 건너뛰고, 다른 저장소에 있으면 **마운트**하고, 없으면 올립니다.\n주고받은 적 없는 레이어는 묻지 않고 **바로 올립니다**.',
      'A known layer is **asked for by HEAD**: skipped if there, **mounted** if elsewhere, else uploaded.\nA layer the engine never pushed or pulled is uploaded **without asking**.',
    ),
    myth: t('push는 항상 전체를 올린다', 'A push always uploads everything'),
    foot: t('기록 · 터미널의 ID는 diff ID', 'Recorded · ids in the terminal: diff ids'),
    predict: {
      question: t(
        `새 저장소에 올립니다. 레이어 셋(${sizeText(whole)}) 가운데 둘은 같은 레지스트리의 다른 저장소에만 있습니다. 얼마나 올라갈까요?`,
        `A push to a new repository: of its three layers (${sizeText(whole)}) two exist only in another repository of that registry. How much is sent?`,
      ),
      choices: [
        t(bytesText(whole), bytesText(whole)),
        t(bytesText(sent), bytesText(sent)),
        t(bytesText(0), bytesText(0)),
      ],
      answer: 1,
      because: t(
        `두 레이어는 레지스트리 안에서 마운트되고(${bytesText(0)}), 새 레이어 ${bytesText(sent)}만 올라갑니다.`,
        `Two are mounted inside the registry (${bytesText(0)}); only the new one, ${bytesText(sent)}, is sent.`,
      ),
    },
    events: every,
    change: { picture: 'push' },
  },
  {
    id: 'HP-9',
    title: t('매니페스트는 맨 마지막에 올린다', 'The manifest goes last'),
    caption: t(
      '레이어와 설정이 다 도착한 뒤에야 **매니페스트**를 올립니다. 그때 태그가 생깁니다.\n출력된 `sha256:…` **다이제스트**가 결과입니다. 태그가 아니라 이것을 적어 둡니다.',
      'Only when layers and config have arrived is the **manifest** sent, and with it the tag appears.\nThe printed `sha256:…` **digest** is the result: write down that one, not the tag.',
    ),
    myth: t('태그만 남기면 된다', 'Noting the tag is enough'),
    foot: t('기록 · 로그인 없는 로컬 레지스트리', 'Recorded · local registry without login'),
    events: every,
    change: { last: true },
  },
  {
    id: 'HP-10',
    title: t('태그는 움직이고 다이제스트는 남는다', 'Tags move, digests stay'),
    caption: t(
      '같은 태그로 다시 올리면 **이름표만 옮겨 갑니다**. 앞의 이미지는 남지만 이름이 없습니다.\n**다이제스트로 고정**하면 늘 같은 것을 받고, **불변 태그**는 옮기는 것부터 거절합니다.',
      'Push the same tag again and **only the name moves**. The image before it stays, without a name.\n**Pin the digest** to get the same thing every time; **immutable tags** forbid the move.',
    ),
    myth: t('같은 태그는 같은 이미지다', 'The same tag is the same image'),
    foot: t('기록 · 두 번째 push와 불변 태그는 예시', 'Recorded · second push, immutable tags: examples'),
    predict: {
      question: t(
        '서버 A는 어제 :1을 받았고, 그 뒤 누군가 다른 이미지를 :1로 올렸습니다. 서버 B가 오늘 :1을 받으면?',
        'Server A pulled :1 yesterday; then someone pushed another image as :1. Server B pulls :1 today. What do they run?',
      ),
      choices: [
        t('둘 다 어제의 이미지', "Both yesterday's image"),
        t('A와 B가 서로 다른 이미지', 'Different images'),
        t('둘 다 오늘의 이미지', "Both today's image"),
      ],
      answer: 1,
      because: t(
        'B는 :1이 지금 가리키는 이미지를 받고, A에는 받아 둔 이미지가 그대로 있습니다. 둘을 맞추려면 다이제스트로 적습니다.',
        'B gets what :1 points to now; A keeps the image it has. To run the same on both, name the digest.',
      ),
    },
    events: [moving.put.ref, moving.fixed.command.ref, moving.fixed.manifest.ref, moving.listing.ref],
    change: { picture: 'moved' },
  },
  {
    id: 'HP-11',
    title: t('다이제스트 하나를 끝까지 승격한다', 'Promote one digest all the way'),
    caption: t(
      '한 번 빌드한 **같은 다이제스트**가 CI에서 운영까지 갑니다. 환경마다 다시 빌드하지 않습니다.\n문 앞의 **정책이 서명을 확인**합니다. 다이제스트는 내용을, 서명은 만든 사람을 증명합니다.',
      '**The same digest**, built once, goes from CI to production. No environment rebuilds it.\nAt the door **a policy checks the signature**: the digest proves what it is, the signature who made it.',
    ),
    myth: t(
      '환경마다 다시 빌드한다 · 다이제스트면 서명은 필요 없다',
      'Rebuild per environment; a digest makes signatures needless',
    ),
    foot: t('기록 · 서명과 정책은 예시', 'Recorded · signature and policy: examples'),
    events: [moving.put.ref, moving.fixed.command.ref, moving.fixed.manifest.ref],
    change: { picture: 'promote' },
  },
  {
    id: 'HP-12',
    title: t('스캔은 켜야 돌고, 결과는 바뀐다', 'Scans run only if switched on, and verdicts change'),
    caption: t(
      '허브의 스캔은 **저장소마다 켜야** 돕니다. 통과한 이미지도 새 CVE가 나오면 **그대로인 채 위험해집니다**.\n베이스가 고쳐지면 **다시 빌드**합니다. 지원이 끝난 베이스는 고쳐지지 않습니다.',
      'Hub scans a repository **once that is switched on**. A new CVE puts an unchanged image **at risk**.\nWhen its base is fixed, **build again**. A base past its end of life is never fixed.',
    ),
    myth: t(
      '허브가 알아서 전부 스캔한다 · 한 번 통과하면 계속 안전하다',
      'Hub scans everything by itself; passing once is enough',
    ),
    foot: t('기록 · 스캔과 CVE는 예시', 'Recorded · scans and CVE: examples'),
    events: [moving.put.ref],
    change: { picture: 'scan' },
  },
]
