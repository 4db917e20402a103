import { isBelow, packedTarget, targetOf } from '../maths/targets.js';
import { equal } from './check.js';

const target = (measure, value, given = {}) => ({
  measure,
  target: value,
  model: null,
  station: null,
  from: null,
  to: null,
  ...given,
});

const YIELDS = [
  target('yield', 90),
  target('yield', 91, { model: 'tesla sxm4' }),
  target('yield', 92, { model: 'Tesla SXM4', from: '2025-05-01' }),
  target('yield', 97.5, { station: 'FI' }),
  target('yield', 98, { model: 'Tesla SXM4', station: 'FI', to: '2025-04-30' }),
];

export default {
  'the most specific target counts, then the newest': () =>
    equal(
      [
        ['SXM6', 'BAT', '2025-04-15'],
        ['Tesla SXM4', null, '2025-04-15'],
        ['Tesla SXM4', null, '2025-05-15'],
        ['Tesla SXM4', 'fi', '2025-04-15'],
        ['Tesla SXM4', 'FI', '2025-05-15'],
      ].map(([model, station, day]) => targetOf(YIELDS, 'yield', { model, station, day })),
      [90, 91, 92, 98, 97.5],
    ),
  'a target of a model or station is not that of all': () => {
    equal(targetOf(YIELDS.slice(1), 'yield', { day: '2025-05-15' }), null);
    equal(targetOf(YIELDS, 'rolled_yield', { model: 'SXM6', day: '2025-05-15' }), null);
  },
  'what a day should pack is that of the plant, else the sum of the models': () => {
    const models = [
      target('packed', 100, { model: 'A' }),
      target('packed', 120, { model: 'A', from: '2025-05-01' }),
      target('packed', 7, { model: 'B' }),
    ];
    equal([packedTarget(models, '2025-04-15'), packedTarget(models, '2025-05-15')], [107, 127]);
    equal(packedTarget([...models, target('packed', 300)], '2025-05-15'), 300);
    equal(packedTarget([], '2025-05-15'), null);
  },
  'counts decide what is below a target, not what is shown': () => {
    equal(isBelow({ numerator: 1999, denominator: 2000 }, 99.95), false);
    equal(isBelow({ numerator: 19990, denominator: 20001 }, 99.95), true);
    equal(
      [isBelow({ numerator: 0, denominator: 0 }, 90), isBelow({ numerator: 1, denominator: 2 }, null)],
      [null, null],
    );
  },
};
