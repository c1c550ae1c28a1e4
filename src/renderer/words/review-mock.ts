/** Words of mock interviews. */
const ko = {
  title: '모의 면접',
}

const en: typeof ko = {
  title: 'Mock interview',
}

export const reviewMock = { ko, en }
