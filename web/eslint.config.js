// SPDX-License-Identifier: Apache-2.0
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import ts from 'typescript-eslint'

const slices = ['desk', 'budget', 'ledgers', 'premises', 'allocations', 'holdings', 'meetings', 'repairs', 'surveys', 'indicators', 'reports', 'closing', 'identity', 'system']
const chinese = '[\\u4e00-\\u9fff]'
const texts = 'A text on the screen is a key of words.ts.'

// A slice imports from shared/ and itself; shared/ knows nobody.
const boundaries = [...slices, 'shared'].map((folder) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [
        { group: ['../*', '!../../*', '!../*.vue'].slice(0, folder === 'shared' ? 0 : 1), message: 'Write @/folder/….' },
        { group: [...slices, 'app'].filter((other) => other !== folder).map((other) => `@/${other}/*`), message: 'A slice imports from shared/ and itself.' },
      ].filter((pattern) => pattern.group.length > 0),
    }],
  },
}))

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/shared/api.gen.ts', 'e2e/specimens/dist'] },
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'max-lines': ['error', 300],
      'vue/no-v-html': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-literal'],
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['(', ')', ',', '.', '+', '-', '*', '/', '%', ':', '：', '·', '×', '…', '—', '|', '>', '、', '，', '。', '?', '¥'] }],
      'vue/require-default-prop': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/attributes-order': 'off',
      // Element Plus components bring their own native control.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/form-control-has-label': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    ignores: ['src/**/words*.ts', 'src/**/words/**', 'src/**/*.test.ts', 'src/**/sample.ts', 'src/shared/money.ts', 'src/shared/dates.ts'],
    rules: {
      'no-restricted-syntax': ['error',
        { selector: `Literal[value=/${chinese}/]`, message: texts },
        { selector: `TemplateElement[value.raw=/${chinese}/]`, message: texts },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    rules: { 'max-lines': ['error', { max: 300, skipComments: true }] },
  },
  { files: ['**/*.test.ts', 'e2e/**'], rules: { 'max-lines': ['error', 600], 'vue/one-component-per-file': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/words*.ts', '**/words/**'], rules: { 'max-lines': 'off' } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Talk to the server through shared/api.' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['src/shared/testing.ts', 'src/shared/api/client.ts', 'public/*.js'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['e2e/**'], rules: { 'vue/no-bare-strings-in-template': 'off', 'no-restricted-globals': 'off' } },
  ...boundaries,
)
