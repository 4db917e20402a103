import { html } from './preact.js';
import {
  NOTHING,
  count,
  counted,
  decimal,
  lasting,
  percent,
  plus,
  points,
  time,
  week,
  weekPlus,
  weekday,
} from './format.js';
import { Tile } from './tile.js';
import { changed, link, why } from './url.js';
import { rising, same, sums } from '../maths/groups.js';
import { median } from '../maths/statistics.js';
import { isBelow, packedTarget, targetOf } from '../maths/targets.js';
import { isBehind, seconds } from '../maths/today.js';

// The tiles of the page Today: are we winning?

const OLD_SECONDS = 3600;
const NOT_REFRESHED = 'loaded, not yet refreshed';

/** Figures of a day, each against its target and what is usual. */
export function Tiles({ day, data, plant }) {
  const models = plant.rules.yield_models.filter((model) => data.weekly.some((row) => same(row.model, model)));
  return html`
    <div class="tiles">
      <${Packed} day=${day} data=${data} plant=${plant} />
      <${End} day=${day} data=${data} />
      ${models.map((model) => html`<${Yield} key=${model} model=${model} day=${day} data=${data} plant=${plant} />`)}
      <${Scrapped} data=${data} />
      <${Repair} day=${day} data=${data} plant=${plant} />
    </div>`;
}

const weekend = (day) => ['Sat', 'Sun'].includes(weekday(day));

/** Of a day that runs what its log has, which no mart delays; of one that is over what the mart has. */
function Packed({ day, data, plant }) {
  const { forecast } = data;
  const found = packedOf(day, data, plant);
  const title = forecast.as_of ? `Packed until ${time(forecast.as_of)}` : 'Packed';
  return html`
    <${Tile}
      name="packed"
      title=${forecast.over ? 'Packed' : title}
      figure=${found.behind ? '…' : count(found.packed)}
      kind=${isOld(forecast) || found.behind ? 'old' : ''}
      address=${found.packed > 0 && !found.behind ? why('packing_daily', { day }) : null}
      text=${html`
        ${found.behind ? NOT_REFRESHED : usually(day, forecast, found.days)}
        <${OfTarget} found=${found} target=${packedTarget(data.targets, day)} over=${forecast.over} />
        ${isOld(forecast) && html`<br />newest record ${ageOf(forecast)} old`}`}
    />`;
}

/** What is packed, the days of the mart, and whether the mart lacks a day that is loaded. */
function packedOf(day, { forecast, packing }, plant) {
  const days = sums(packing, (row) => row.day, ['packed']).sort(rising((each) => each.key));
  const [whole] = forecast.rows;
  if (!forecast.over) return { days, packed: whole?.packed ?? 0, behind: false };
  const found = days.find((each) => each.key === day)?.packed;
  const behind = found === undefined && whole !== undefined && isBehind(plant.stale, 'packing_daily', day);
  return { days, packed: found ?? 0, behind };
}

function usually(day, forecast, days) {
  if (weekend(day)) return 'weekend output counts on the Friday before';
  const before = days.filter((each) => each.key < day).slice(-20);
  if (before.length === 0) return 'no earlier days to compare with';
  if (!forecast.over) return `usual by then: ${count(forecast.rows[0]?.usual)}`;
  return `usual: ${count(median(before.map((each) => each.packed)))}, median of ${counted(before.length, 'day')}`;
}

function OfTarget({ found: { packed, behind }, target, over }) {
  if (target === null || behind) return null;
  if (packed >= target) return html`<br /><span class="up">target ${count(target)} reached</span>`;
  const missing = count(target - packed);
  return over
    ? html`<br /><span class="down">${missing} below the target of ${count(target)}</span>`
    : html`<br />${missing} to go to the target of ${count(target)}`;
}

const isOld = (forecast) =>
  !forecast.over && forecast.as_of !== null && seconds(forecast.as_of, forecast.now) > OLD_SECONDS;
const ageOf = (forecast) => lasting(seconds(forecast.as_of, forecast.now));

/** What the day will end at, and how often such an interval was right. */
function End({ day, data }) {
  const [whole] = data.forecast.rows;
  if (data.forecast.over || !whole) return null;
  const known = whole.low !== null;
  return html`
    <${Tile}
      name="end"
      title="The day will end at"
      figure=${known ? `${count(whole.low)} to ${count(whole.high)}` : 'n/a'}
      kind=${isOld(data.forecast) ? 'old' : ''}
      address=${link('packing', { week: week(day) })}
      text=${known ? said(whole, data.forecast, packedTarget(data.targets, day)) : 'too few earlier days'}
    />`;
}

const said = (whole, { share }, target) => html`
  ${target !== null && html`<${Prospect} end=${whole} target=${target} />`}
  ${count(100 * share)} % interval, held on ${count(whole.held)} of ${counted(whole.tried, 'past day')}`;

function Prospect({ end, target }) {
  const words = `the target of ${count(target)}`;
  if (end.low >= target) return html`<span class="up">above ${words}</span><br />`;
  if (end.high < target) return html`<span class="down">below ${words}</span><br />`;
  return html`${words} is open<br />`;
}

/** All stations of a model together, against the target of the day and against last week. */
function Yield({ model, day, data, plant }) {
  const now = yieldOf(data.daily, model);
  const behind = isBehind(plant.stale, 'station_yield_daily', day);
  const target = targetOf(data.targets, 'yield', { model, day });
  const below = isBelow(now, target);
  const bad = below ? 'bad' : '';
  return html`
    <${Tile}
      name=${`yield-${model}`}
      title=${`Station yield ${model}`}
      figure=${behind && now.value === null ? '…' : percent(now.value)}
      kind=${behind ? 'old' : bad}
      address=${link('yield', { model, from: plus(day, -27), to: day })}
      text=${html`
        ${behind ? NOT_REFRESHED : `${count(now.numerator)} of ${count(now.denominator)}`}
        ${target !== null && html`<br /><${YieldTarget} target=${target} below=${below} />`}
        <br />${against(now, ofWeek(data.weekly, model, weekPlus(week(day), -1)))}`}
    />`;
}

const YieldTarget = ({ target, below }) =>
  html`<span class=${below ? 'down' : 'up'}>${below && 'BELOW '}target ${target} %</span>`;

function against(now, last) {
  if (now.value === null || last.value === null) return `last week ${percent(last.value)}`;
  return html`
    <span class=${now.value < last.value ? 'down' : 'up'}>${points(now.value, last.value)} points</span>${' '}
    against last week`;
}

/** The yield of a model in an ISO week. */
export const ofWeek = (weekly, model, key) =>
  yieldOf(
    weekly.filter((row) => row.week === key),
    model,
  );

/** The yield of a model over rows, all stations together. */
export const yieldOf = (list, model) => {
  const [found] = sums(
    list.filter((row) => same(row.model, model)),
    () => 'all',
    [],
    ['yield'],
  );
  return found?.yield ?? NOTHING;
};

/** Units that were scrapped; a click lists them. */
function Scrapped({ data }) {
  const { usual, units } = data.scrap;
  return html`
    <${Tile}
      name="scrap"
      title="Scrapped units"
      figure=${count(units.length)}
      address=${units.length ? changed({ list: 'scrap' }) : null}
      text=${usual === null ? '' : `mean of the four weeks before: ${decimal(usual, 1)} a day`}
    />`;
}

/** What stations of repair, debug and scrap did: part of no yield here. */
function Repair({ day, data, plant }) {
  const judged = sums(data.repair, () => 'all', ['failed'], ['yield'])[0] ?? { failed: 0, yield: NOTHING };
  const behind = isBehind(plant.stale, 'station_yield_daily', day);
  return html`
    <${Tile}
      name="repair"
      title="Failed at repair and scrap"
      figure=${behind && data.repair.length === 0 ? '…' : count(judged.failed)}
      kind=${behind ? 'old' : ''}
      address=${link('stations', { day, repair: 'yes', low: 'yes' })}
      text=${behind ? NOT_REFRESHED : `of ${counted(judged.yield.denominator, 'judged record')}; in no yield here`}
    />`;
}
