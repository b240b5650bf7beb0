// The words of the table of runtimes, in both languages.

/** Every row, in its order, by its English name; each command measures those that are its own. */
const ROWS = {
  'Node.js 20': 'Node.js 20',
  'Node.js 22': 'Node.js 22',
  'Node.js 24': 'Node.js 24',
  Bun: 'Bun',
  Deno: 'Deno',
  workerd: 'workerd',
  'workerd with `nodejs_compat`': 'workerd，启用 `nodejs_compat`',
  'Vercel’s edge runtime': 'Vercel 的边缘环境',
  'Netlify (its condition)': 'Netlify（其条件）',
  'anything else with WebCrypto': '其他支持 WebCrypto 的环境',
  Chromium: 'Chromium',
  Firefox: 'Firefox',
  WebKit: 'WebKit',
  'React Native (its condition)': 'React Native（其条件）',
  'Chromium, `/dev-browser`': 'Chromium，`/dev-browser`',
  'Firefox, `/dev-browser`': 'Firefox，`/dev-browser`',
  'WebKit, `/dev-browser`': 'WebKit，`/dev-browser`'
}

export const README_WORDS = {
  'README.md': {
    rows: Object.fromEntries(Object.keys(ROWS).map((name) => [name, name])),
    head: ['where', 'build', 'what works', 'cases', 'passed'],
    builds: { 'node:crypto': 'node:crypto', WebCrypto: 'WebCrypto', refusing: 'refusing' },
    works: {
      'node:crypto': 'everything, `/sync` and `/server-assistant` included',
      WebCrypto: 'everything but `/sync` and `/server-assistant`',
      refusing: 'what needs no secret; the rest throws `BROWSER_REFUSED`'
    },
    notes: { unlessBrowser: ', unless it turns out to be a browser', demonstrations: ', for demonstrations' },
    legend:
      'Cases that the published package passed in `npm run test:runtimes` and `npm run test:browsers`. Netlify, React Native and “anything else” are\n' +
      'bundles made under their condition, run in an empty global scope.'
  },
  'README.zh-CN.md': {
    rows: ROWS,
    head: ['环境', '构建', '可用的功能', '用例', '通过'],
    builds: { 'node:crypto': 'node:crypto', WebCrypto: 'WebCrypto', refusing: '拒绝' },
    works: {
      'node:crypto': '全部，包括 `/sync` 和 `/server-assistant`',
      WebCrypto: '除 `/sync` 和 `/server-assistant` 外的全部',
      refusing: '不需要密钥的功能；其余抛出 `BROWSER_REFUSED`'
    },
    notes: { unlessBrowser: '，除非运行时发现是浏览器', demonstrations: '，仅供演示' },
    legend:
      '用例数来自 `npm run test:runtimes` 和 `npm run test:browsers` 对发布包的测试。Netlify、React Native 和“其他”是按其条件打包后，\n' +
      '在空的全局作用域中运行的。'
  }
}
