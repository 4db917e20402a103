import * as format from '../lib/format.js';
import { equal } from './check.js';
import { EXAMPLES } from './rounding.js';

export default {
  'a number has thousands and as many decimals as asked for': () => {
    equal([0, 7, 999, 1000, 1234567].map(format.count), ['0', '7', '999', '1,000', '1,234,567']);
    equal(
      [format.decimal(1234.5), format.decimal(-0.25, 2), format.decimal(-1234567.891, 2)],
      ['1,234.5', '-0.25', '-1,234,567.89'],
    );
    equal(format.decimal(1e-7, 3), '0.000');
  },
  'a number is rounded as it is written': () =>
    equal(
      [1.15, 2.345, 0.05, 99.95, 0.04].map((value) => format.decimal(value)),
      ['1.2', '2.3', '0.1', '100.0', '0.0'],
    ),
  'what is not there, or no number, is n/a': () => {
    equal([null, undefined, Number.NaN].map(format.count), ['n/a', 'n/a', 'n/a']);
    equal([format.percent(null), format.percent(undefined), format.moment(null)], ['n/a', 'n/a', 'n/a']);
    equal(format.day(null), '(blank)');
  },
  'a share is written in percent, with its counts': () => {
    equal([format.percent(0), format.percent(0.9876), format.percent(1, 0)], ['0.00 %', '98.76 %', '100 %']);
    equal(format.ratioText(format.ratio(1482, 1500)), '98.80 % (1,482 of 1,500)');
  },
  'shares are written as Java writes them': () =>
    equal(
      EXAMPLES.map(([numerator, denominator, digits]) => format.percent(numerator / denominator, digits)),
      EXAMPLES.map((example) => example[3]),
    ),
  'no share is rounded to 0 or 100': () => {
    equal(
      [
        format.percent(1999 / 2000),
        format.percent(20000 / 20001),
        format.percent(1 / 30000),
        format.percent(0.9996, 1),
      ],
      ['99.95 %', '> 99.99 %', '< 0.01 %', '> 99.9 %'],
    );
    equal([format.percent(0), format.percent(1), format.percent(0.9996, 0)], ['0.00 %', '100.00 %', '> 99 %']);
  },
  'a share is rounded once, half up, by its counts': () =>
    equal(
      [5711 / 20000, 1 / 800, 2855449 / 1e7].map((value) => format.percent(value)),
      ['28.56 %', '0.13 %', '28.55 %'],
    ),
  'a difference of nothing has no sign': () => {
    equal(
      [format.points(0.98, 0.97), format.points(0.97, 0.98), format.points(0.5, 0.500001)],
      ['+1.00', '−1.00', '0.00'],
    );
    equal([format.decimal(-0.04), format.decimal(-0.05)], ['0.0', '-0.1']);
  },
  'a place on an axis has the decimals that it needs': () =>
    equal([0, 0.5, 0.995, 1].map(format.tick), ['0 %', '50 %', '99.5 %', '100 %']),
  'nothing of nothing is n/a, nothing of something is 0': () => {
    equal(format.ratio(0, 0), { numerator: 0, denominator: 0, value: null });
    equal(format.ratioText(format.ratio(0, 0)), 'n/a (0 of 0)');
    equal(format.ratioText(format.ratio(0, 3)), '0.00 % (0 of 3)');
  },
  'one has no plural': () =>
    equal(
      [0, 1, 2, 1000].map((number) => format.counted(number, 'unit')),
      ['0 units', '1 unit', '2 units', '1,000 units'],
    ),
  'days are counted across months, leap days and changes of the clock': () => {
    equal(format.plus('2024-02-28', 1), '2024-02-29');
    equal(format.plus('2025-03-01', -1), '2025-02-28');
    equal(format.plus('2025-03-08', 2), '2025-03-10');
    equal(format.days('2025-02-27', '2025-03-02'), ['2025-02-27', '2025-02-28', '2025-03-01', '2025-03-02']);
    equal(format.days('2025-03-02', '2025-03-01'), []);
  },
  'ISO weeks are those of the standard': () => {
    // Examples of ISO 8601 as published: 2005-01-01, 2007-12-31, 2008-12-28, 2008-12-29, 2010-01-03.
    equal(['2005-01-01', '2007-12-31', '2008-12-28', '2008-12-29', '2010-01-03'].map(format.week), [
      '2004-W53',
      '2008-W01',
      '2008-W52',
      '2009-W01',
      '2009-W53',
    ]);
    equal([format.monday('2009-W01'), format.monday('2004-W53')], ['2008-12-29', '2004-12-27']);
    equal([format.weekPlus('2004-W53', 1), format.weekPlus('2009-W01', -1)], ['2005-W01', '2008-W52']);
  },
  'days and times are written as the plant reads them': () => {
    equal(format.day('2025-05-29'), 'Thu 29 May');
    equal([format.longDay('2025-05-09'), format.shortDay('2025-05-09')], ['9 May 2025', '9 May']);
    equal([format.time('2025-05-29T14:32:11'), format.moment('2025-05-29T14:32:11')], ['14:32', '29 May 14:32']);
  },
  'hours are written in the unit that fits': () =>
    equal([0, 0.005, 0.5, 1, 1.25, 9.99, 12.5, 100, 1234].map(format.hours), [
      '0',
      '18 s',
      '30 min',
      '1 h',
      '1.3 h',
      '10.0 h',
      '13 h',
      '100 h',
      '1,234 h',
    ]),
  'a duration is written in the unit that fits': () =>
    equal([0, 59, 60, 3599, 3600, 172799, 172800].map(format.lasting), [
      '0 s',
      '59 s',
      '1 min',
      '59 min',
      '1.0 h',
      '48.0 h',
      '2.0 d',
    ]),
  'a size is written in kB or MB': () =>
    equal([0, 1, 999999, 1000000, 1499999999].map(format.bytes), ['0 kB', '1 kB', '1,000 kB', '1 MB', '1,500 MB']),
  'a sentence begins with a capital and ends with a full stop': () =>
    equal(['the file is empty', 'Is it running?', ''].map(format.sentence), [
      'The file is empty.',
      'Is it running?',
      '.',
    ]),
};
