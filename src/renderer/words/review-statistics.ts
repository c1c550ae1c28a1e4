/** Words of the statistics of reviewing. */
const ko = {
  title: '통계',
}

const en: typeof ko = {
  title: 'Statistics',
}

export const reviewStatistics = { ko, en }
