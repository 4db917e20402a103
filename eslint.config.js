import js from '@eslint/js';
import globals from 'globals';

// The house's rules for the dashboard: what is unused or undefined is an error, and files and functions stay short.
export default [
  { ignores: ['**/vendor/', '**/target/'] },
  js.configs.recommended,
  {
    files: ['app/src/main/resources/io/yieldline/web/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    rules: {
      complexity: ['error', 10],
      curly: ['error', 'multi-line', 'consistent'],
      eqeqeq: 'error',
      'max-depth': ['error', 2],
      'max-len': ['error', 120],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
      'max-params': ['error', 5],
      'no-nested-ternary': 'error',
      'no-shadow': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
];
