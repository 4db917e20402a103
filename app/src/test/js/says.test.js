import { ratio } from '../lib/format.js';
import * as says from '../lib/says.js';
import { equal } from './check.js';

const model = (name, passed, judged, target = null) => ({ name, yield: ratio(passed, judged), target });
const station = (name, passed, judged) => ({ station: name, yield: ratio(passed, judged) });
const signal = (day, ...words) => ({ day, enough: true, signals: words.map((each) => ({ words: each })) });

export default {
  'the greatest of several numbers, with all of them': () => {
    const days = [
      ['Tue 13 May', 700],
      ['Wed 14 May', 812],
    ];
    equal(says.most(days, 'packing record'), 'Wed 14 May has most: 812 of 1,512 packing records.');
    equal(
      says.most([...days, ['Thu 15 May', 812]], 'record'),
      'Wed 14 May and Thu 15 May have most: 812 each of 2,324 records.',
    );
  },
  'one number, none, or many that are the same say nothing': () => {
    equal(says.most([], 'record'), null);
    equal(says.most([['FI', 3]], 'record'), null);
    equal(
      says.most(
        ['a', 'b', 'c', 'd'].map((each) => [each, 1]),
        'record',
      ),
      null,
    );
    equal(
      says.most(
        [
          ['a', 0],
          ['b', 0],
        ],
        'record',
      ),
      null,
    );
  },
  'how few make half': () => {
    equal(says.half([1, 40, 9, 30], 'fixture', 'failed test'), '1 of 4 fixtures has half of the 80 failed tests.');
    equal(says.half([20, 25, 25, 20], 'fixture', 'failed test'), '2 of 4 fixtures have half of the 90 failed tests.');
    equal(says.half([0, 0, 0], 'fixture', 'failed test'), null);
  },
  'the first of a Pareto, and never all of it': () => {
    const row = (name, failures, running) => ({ name, failures, cumulative: ratio(running, 10) });
    const three = [row('EC1', 5, 5), row('EC2', 4, 9), row('EC3', 1, 10)];
    equal(
      says.vital([...three, row('EC4', 0, 10)], 'code'),
      'EC1, EC2 and EC3 make 100.00 % of 10 failures; there are 4 codes.',
    );
    equal(says.vital(three, 'code'), 'EC1 and EC2 make 90.00 % of 10 failures; there are 3 codes.');
    equal(
      says.vital([row('EC1', 8, 8), row('EC2', 2, 10)], 'code'),
      'EC1 makes 80.00 % of 10 failures; there are 2 codes.',
    );
    equal(says.vital([], 'code'), null);
  },
  'yields with their n, beside their target by the counts': () => {
    equal(
      says.yields('1 May to 31 May', [model('SXM4', 938, 1000, 95), model('SXM5', 97, 100, 95), model('SXM6', 1, 2)]),
      '1 May to 31 May: SXM4 93.80 % (n 1,000), 1.20 points below its target of 95 %; ' +
        'SXM5 97.00 % (n 100), 2.00 points above its target of 95 %; SXM6 50.00 % (n 2).',
    );
    equal(says.yields('W21', [model('SXM4', 95, 100, 95)]), 'W21: SXM4 95.00 % (n 100), at its target of 95 %.');
    equal(
      says.yields('W21', [model('SXM4', 949999, 1000000, 95)]),
      'W21: SXM4 94.99 % (n 1,000,000), just below its target of 95 %.'.replace('94.99', '95.00'),
    );
    equal(says.yields('W21', [model('SXM4', 0, 0, 95)]), null);
  },
  'rolled yields have no n': () => {
    equal(
      says.rolled('2025-W21, focused', [
        { name: 'SXM4', yield: 0.85, target: 90 },
        { name: 'SXM5', yield: null, target: null },
      ]),
      '2025-W21, focused: SXM4 85.00 %, 5.00 points below its target of 90 %.',
    );
    equal(says.rolled('undefined, focused', []), null);
  },
  'the lowest yield of those with enough records': () => {
    const stations = [station('FI', 90, 100), station('BAT', 1, 2), station('FCT', 99, 100)];
    equal(
      says.lowest(stations, (row) => row.station, 30),
      'FI has the lowest yield: 90.00 %, 10 of 100 judged records failed.',
    );
    equal(
      says.lowest([station('A', 9, 9), station('B', 9, 9)], (row) => row.station),
      'None of 2 stations has a loss.',
    );
    equal(
      says.lowest([station('A', 1, 9)], (row) => row.station),
      null,
    );
  },
  'suspects and signals are repeated as they were judged': () => {
    const fixture = (name, suspect) => ({ name, suspect, failed: 12, expected: 1.04 });
    equal(
      says.suspects([fixture('NC8', true), fixture('NC9', false)]),
      '1 of 2 fixtures is suspect; furthest beyond: NC8, 12 failed where 1.0 were expected.',
    );
    equal(says.suspects([fixture('NC9', false)]), 'None of 1 fixture is a suspect.');
    equal(says.suspects([]), null);
    equal(
      says.signals([
        signal('2025-05-21', 'beyond'),
        signal('2025-05-22', 'above the upper limit'),
        signal('2025-05-23'),
      ]),
      '2 of 3 judged days are out of control; the newest, Thu 22 May: above the upper limit.',
    );
    equal(says.signals([signal('2025-05-21')]), 'None of 1 judged day is out of control.');
    equal(says.signals([]), null);
    const chart = (name, out) => ({ station: name, model: 'SXM4', out, last_out: '2025-05-22' });
    equal(
      says.stationsOut([chart('FPF', 2), chart('FI', 0), chart('X', null)]),
      '1 of 2 charts has days out of control; the newest: FPF, SXM4, Thu 22 May.',
    );
  },
  'the first of the losses of a day': () => {
    const loss = { model: 'SXM5', station: 'BAT', units: 186, failed: 57, expected: 29.94 };
    equal(says.lost(loss), 'SXM5 at BAT lost most: 57 of 186 units failed, 29.9 expected.');
    equal(says.lost({ ...loss, expected: null }), 'SXM5 at BAT lost most: 57 of 186 units failed.');
  },
  'days that reached the target, of those that have one': () => {
    const day = (total, target) => ({ total, target });
    equal(says.reached([day(5, 4), day(3, 4), day(9, null)]), 'The target was reached on 1 of the 2 days with one.');
    equal(says.reached([day(9, null)]), null);
  },
  'times, measures over time and checks': () => {
    const row = (name, total) => ({ station: name, total, median: 0.5 });
    equal(says.longest([row('FI', 30), row('FCT', 10)]), 'FI has most: 30 h of 40 h, 75.00 %; its median is 30 min.');
    equal(
      says.unit({ serial_number: '17', station: 'FI', wait_hours: 20 }, 'wait'),
      '17 waited longest: 20 h before FI.',
    );
    equal(says.unit(undefined, 'at'), null);
    equal(says.between('Score', [98, null, 99, 97], String), 'Score: between 97 and 99, the newest 97.');
    equal(says.between('Score', [98], String), null);
    const check = (outcome) => ({ outcome });
    equal(
      says.checks([check('passed'), check('failed'), check('warned'), check(null)]),
      'Of 3 checks, 1 failed and 1 warned.',
    );
    equal(says.checks([check('passed')]), '1 check, all passed.');
    equal(says.checks([check(null)]), null);
  },
};
