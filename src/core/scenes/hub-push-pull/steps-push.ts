import type { EventRef } from '../../traces/digest.ts'

import { moving, pushes, tagging, type Push } from './recorded.ts'
import { WITH, type Step } from './steps-pull.ts'
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
    foot: t(
      `기록 docker-tag · docker-images · registry-push-first · ${WITH.ko}`,
      `Recorded: docker-tag, docker-images, registry-push-first · ${WITH.en}`,
    ),
    events: [tagging.listing, tagging.command.ref, tagging.asked.ref, tagging.proof.ref],
    change: { picture: 'tag' },
  },
  {
    id: 'HP-8',
    title: t('올릴 때도 없는 것만 간다', 'A push sends only what is missing'),
    caption: t(
      '레이어마다 먼저 묻습니다. **있으면 건너뛰고**, 다른 저장소에 있으면 **빌려 오고**(mount), 없으면 올립니다.\n처음 보는 레이어는 묻지 않고 **바로 올립니다**.',
      'For each layer: **skip it if it is there**, **mount it** from another repository, upload it if neither.\nA layer that the engine never pushed before is uploaded **without asking**.',
    ),
    myth: t('push는 항상 전체를 올린다', 'A push always uploads everything'),
    foot: t(
      `기록 registry-push-app-b · -first · -again · ${WITH.ko} · 터미널의 ID는 diff id`,
      `Recorded: registry-push-app-b, -first, -again · ${WITH.en} · ids in the terminal: diff ids`,
    ),
    predict: {
      question: t(
        `레이어 셋(${sizeText(whole)}) 가운데 둘은 같은 레지스트리의 다른 저장소에 있습니다. 레이어는 얼마나 올라갈까요?`,
        `Of three layers (${sizeText(whole)}), two are in another repository of the same registry. How much of them is sent?`,
      ),
      choices: [
        t(bytesText(whole), bytesText(whole)),
        t(bytesText(sent), bytesText(sent)),
        t(bytesText(0), bytesText(0)),
      ],
      answer: 1,
      because: t(
        `두 레이어는 레지스트리 안에서 빌려 오고(mount, ${bytesText(0)}), 새 레이어 ${bytesText(sent)}만 올라갑니다.`,
        `Two are mounted inside the registry (${bytesText(0)}); only the new one, ${bytesText(sent)}, is sent.`,
      ),
    },
    events: every,
    change: { picture: 'push' },
  },
  {
    id: 'HP-9',
    title: t('매니페스트는 맨 마지막', 'The manifest goes last'),
    caption: t(
      '레이어와 설정이 다 도착한 뒤에야 **매니페스트**를 올립니다. 그때 태그가 생깁니다.\n출력된 `sha256:…` **다이제스트**가 결과입니다. 태그가 아니라 이것을 적어 둡니다.',
      'Only when layers and config have arrived is the **manifest** sent, and with it the tag appears.\nThe printed `sha256:…` **digest** is the result: write down that one, not the tag.',
    ),
    myth: t('태그만 남기면 된다', 'Noting the tag is enough'),
    foot: t(
      `기록 registry-push-app-b · -first · -again · ${WITH.ko} · 로그인 없는 로컬 레지스트리, 평문 HTTP`,
      `Recorded: registry-push-app-b, -first, -again · ${WITH.en} · local registry without login, plain HTTP`,
    ),
    events: every,
    change: { last: true },
  },
  {
    id: 'HP-10',
    title: t('태그는 움직이고 다이제스트는 남는다', 'Tags move, digests stay'),
    caption: t(
      '같은 태그로 다시 올리면 **이름표만 옮겨 갑니다**. 앞의 이미지는 남지만 이름이 없습니다.\n**다이제스트로 고정**하면 늘 같은 것을 받고, **불변 태그**는 옮기는 것부터 막습니다.',
      'Push the same tag again and **only the name moves**. The image before it stays, without a name.\n**Pin the digest** to get the same thing every time; **immutable tags** forbid the move.',
    ),
    myth: t('같은 태그는 같은 이미지다', 'The same tag is the same image'),
    foot: t(
      `기록 registry-push-app-b · registry-pull-by-digest · ${WITH.ko} · 두 번째 push와 불변 태그는 예시`,
      `Recorded: registry-push-app-b, registry-pull-by-digest · ${WITH.en} · second push, immutable tags: examples`,
    ),
    predict: {
      question: t(
        '누군가 같은 태그로 다른 이미지를 올렸습니다. 앞의 이미지는 어떻게 될까요?',
        'Someone pushes another image with the same tag. What becomes of the one before?',
      ),
      choices: [
        t('덮어써져 사라진다', 'It is overwritten'),
        t('이름 없이 남는다', 'It stays, without a name'),
        t('push가 늘 거절된다', 'The push is always refused'),
      ],
      answer: 1,
      because: t(
        '태그만 새 다이제스트로 옮겨 갑니다. 앞의 것은 다이제스트로 계속 받을 수 있습니다.',
        'Only the tag moves to the new digest. The old one can still be pulled by its digest.',
      ),
    },
    events: [moving.put.ref, moving.fixed.command.ref, moving.fixed.manifest.ref, moving.listing.ref],
    change: { picture: 'moved' },
  },
  {
    id: 'HP-11',
    title: t('다이제스트 하나를 끝까지 승격한다', 'Promote one digest all the way'),
    caption: t(
      '한 번 빌드한 **같은 다이제스트**가 CI에서 운영까지 갑니다. 환경마다 다시 빌드하지 않습니다.\n문 앞의 **정책이 서명을 확인**합니다. 다이제스트는 내용을, 서명은 만든 이를 말합니다.',
      '**The same digest**, built once, goes from CI to production. No environment builds it again.\nAt the door **a policy checks the signature**: the digest tells what, the signature tells who.',
    ),
    myth: t(
      '환경마다 다시 빌드한다 · 다이제스트면 서명은 필요 없다',
      'Rebuild per environment; a digest makes signatures needless',
    ),
    foot: t(
      `기록 registry-pull-by-digest · registry-push-app-b · ${WITH.ko} · 서명과 정책은 예시`,
      `Recorded: registry-pull-by-digest, registry-push-app-b · ${WITH.en} · signature, policy: examples`,
    ),
    events: [moving.put.ref, moving.fixed.command.ref, moving.fixed.manifest.ref],
    change: { picture: 'promote' },
  },
  {
    id: 'HP-12',
    title: t('스캔은 켜야 돌고, 결과는 바뀐다', 'Scanning is switched on, and verdicts change'),
    caption: t(
      '허브의 스캔은 **저장소마다 켜야** 돕니다. 통과한 이미지도 새 CVE가 나오면 **그대로인 채 위험해집니다**.\n베이스가 고쳐지면 **다시 빌드**합니다. 지원이 끝난 베이스는 고쳐지지 않습니다.',
      'Hub scans a repository **once that is switched on**. A new CVE puts an unchanged image **at risk**.\nWhen its base is fixed, **build again**. A base past its end of life is never fixed.',
    ),
    myth: t(
      '허브가 알아서 전부 스캔한다 · 한 번 통과하면 계속 안전하다',
      'Hub scans everything by itself; passing once is enough',
    ),
    foot: t(
      `기록 registry-push-app-b(다이제스트) · ${WITH.ko} · 스캔과 CVE는 예시`,
      `Recorded: registry-push-app-b (digest) · ${WITH.en} · scans, CVE: examples`,
    ),
    events: [moving.put.ref],
    change: { picture: 'scan' },
  },
]
