import type { Scenario } from './scenario.ts'

const all = { calls: 'all', events: true } as const
const callsOnly = { calls: 'all', events: false } as const
const push = 'docker push {team}/busybox:1'
const pull = 'docker pull {team}/app-a:1'
const pushedApp = ['docker tag {app-a} {team}/app-a:1', 'docker push {team}/app-a:1']

/** The scenarios of our pictures. Each starts from an engine that has nothing of ours but what it needs. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'docker-version',
    title: { ko: 'docker version', en: 'docker version' },
    needs: 'engine',
    commands: [{ command: 'docker version' }],
    keep: callsOnly,
  },
  {
    name: 'docker-no-engine',
    title: { ko: 'docker ps, 엔진이 없을 때', en: 'docker ps without an engine' },
    needs: 'nothing',
    commands: [{ command: 'docker ps', exit: 1 }],
    keep: callsOnly,
    note: 'the socket does not exist: no request is ever sent',
  },
  {
    name: 'docker-build-legacy',
    title: {
      ko: 'BuildKit 없이 docker build (DOCKER_BUILDKIT=0)',
      en: 'docker build without BuildKit (DOCKER_BUILDKIT=0)',
    },
    needs: 'contexts',
    commands: [{ command: 'cd {contexts}/busybox && DOCKER_BUILDKIT=0 docker build -t {busybox} .' }],
    keep: callsOnly,
  },
  {
    name: 'docker-history',
    title: { ko: 'docker history', en: 'docker history' },
    needs: 'images',
    commands: [{ command: 'docker history {app-a}' }],
    keep: callsOnly,
  },
  {
    name: 'docker-run-detached',
    title: { ko: 'docker run -d', en: 'docker run -d' },
    needs: 'images',
    commands: [{ command: 'docker run -d --name {web} {app-a}' }],
    keep: all,
  },
  {
    name: 'docker-exec',
    title: { ko: 'docker exec', en: 'docker exec' },
    needs: 'images',
    before: ['docker run -d --name {web} {app-a}'],
    commands: [{ command: 'docker exec {web} ps' }],
    keep: all,
  },
  {
    name: 'docker-logs',
    title: { ko: 'docker logs', en: 'docker logs' },
    needs: 'images',
    // Not detached: when it has ended, all that it wrote is in the log.
    before: ["docker run --name {talk} {busybox} sh -c 'for i in 1 2 3; do echo line $i; echo err $i >&2; done'"],
    commands: [{ command: 'docker logs {talk}' }],
    keep: callsOnly,
  },
  {
    name: 'docker-stop',
    title: {
      ko: 'docker stop: SIGTERM을 무시하는 PID 1은 유예 시간 뒤에 강제로 끝나요',
      en: 'docker stop: PID 1 ignores SIGTERM, killed after the grace time',
    },
    needs: 'images',
    before: ['docker run -d --name {web} {app-a}'],
    commands: [
      { command: 'docker stop -t 3 {web}' },
      { command: 'docker inspect -f "{{.State.ExitCode}} oom={{.State.OOMKilled}}" {web}' },
    ],
    keep: all,
    note: 'grace time set to 3 s with -t 3 (the default is 10 s): httpd as PID 1 has no SIGTERM handler, and the kernel does not deliver it to PID 1 of a pid namespace',
  },
  {
    name: 'docker-tag',
    title: { ko: 'docker tag', en: 'docker tag' },
    needs: 'images',
    commands: [{ command: 'docker tag {busybox} {team}/busybox:1' }],
    keep: all,
  },
  {
    name: 'registry-push-first',
    title: {
      ko: 'docker push: 처음이라 레지스트리에 아무것도 없어요',
      en: 'docker push: first push, nothing is there yet',
    },
    needs: 'registry',
    before: ['docker tag {busybox} {team}/busybox:1'],
    commands: [{ command: push }],
    keep: callsOnly,
  },
  {
    name: 'registry-push-again',
    title: {
      ko: '같은 이미지를 다시 docker push: 모두 이미 있어요',
      en: 'docker push of the same image: everything is already there',
    },
    needs: 'registry',
    before: ['docker tag {busybox} {team}/busybox:1', push],
    commands: [{ command: push }],
    keep: callsOnly,
  },
  {
    name: 'registry-pull-fresh',
    title: { ko: '이미지가 하나도 없는 엔진에서 docker pull', en: 'docker pull on an engine that has no image' },
    needs: 'registry',
    before: [...pushedApp, 'docker rmi {team}/app-a:1 {app-a} {busybox}'],
    commands: [{ command: pull }],
    keep: callsOnly,
  },
  {
    name: 'registry-pull-up-to-date',
    title: { ko: '이미 최신인 이미지를 docker pull', en: 'docker pull of an image that is up to date' },
    needs: 'registry',
    before: pushedApp,
    commands: [{ command: pull }],
    keep: callsOnly,
  },
  {
    name: 'registry-pull-unknown-tag',
    title: { ko: '없는 태그를 docker pull', en: 'docker pull of a tag that is not there' },
    needs: 'registry',
    before: ['docker tag {busybox} {team}/busybox:1', push],
    commands: [{ command: 'docker pull {team}/busybox:nope', exit: 1 }],
    keep: callsOnly,
  },
  {
    name: 'layers-copy-on-write',
    title: {
      ko: 'web: 이미지 레이어와 컨테이너가 쓴 것 (docker diff와 docker cp)',
      en: 'web: image layers and what the container wrote, by docker diff and docker cp',
    },
    needs: 'images',
    commands: [
      { command: 'docker history {app-a} --format "{{.Size}}\\t{{.CreatedBy}}"' },
      { command: 'docker run -d --name {web} {app-a}' },
      { command: 'docker exec {web} sh -c "echo changed >> /www/index.html"' },
      { command: 'docker exec {web} rm /etc/app.conf' },
      { command: 'docker exec {web} sh -c "echo new > /www/new.html"' },
      { command: 'docker diff {web}' },
      { command: 'docker cp {web}:/www/index.html {work}/changed.html && cat {work}/changed.html' },
      { command: 'docker run -d --name {second} {app-a}' },
      { command: 'docker exec {second} cat /www/index.html' },
      { command: 'docker stop -t 0 {web}' },
      { command: 'docker start {web}' },
      { command: 'docker exec {web} cat /www/index.html' },
      { command: 'docker rm -f {web}' },
      { command: 'docker run --rm --name {fresh} {app-a} cat /www/index.html' },
    ],
    keep: { calls: ['/changes', '/archive', '/history'], events: false },
    note: 'seen from the engine: docker diff and docker cp show the upper directory, the directories themselves are not looked into',
  },
]
