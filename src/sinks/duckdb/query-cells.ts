/**
 * Values of DuckDB as text and as JSON. Exact: decimals and integers keep every
 * digit. No SQL here.
 */
import {
  DuckDBArrayValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  DuckDBUnionValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { withoutNeedlessZeros, type QueryCell } from '../query.js';

const NUMERIC: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
]);

const MICROSECONDS = 1_000_000n;
/** No zone has changed its offset other than on a whole minute of UTC since 1972. */
const STEP = 900n * MICROSECONDS;
const STEPS_KEPT = 10_000;

export class DuckdbText {
  private readonly offsetFormat: Intl.DateTimeFormat;
  /** Minutes from UTC, by quarter of an hour. */
  private readonly offsets = new Map<bigint, number>();

  /** @param timezone in which timestamps with a zone are written */
  constructor(timezone: string) {
    this.offsetFormat = new Intl.DateTimeFormat('en', {
      timeZone: timezone,
      timeZoneName: 'longOffset',
    });
  }

  isNumeric(type: DuckDBType): boolean {
    return NUMERIC.has(type.typeId);
  }

  cell(value: DuckDBValue, type: DuckDBType): QueryCell {
    if (value === null) return { text: null, json: 'null' };
    const json = type.alias === 'JSON' ? jsonColumn(value) : this.json(value);
    const text = isNested(value) ? json : this.text(value);
    return { text, json };
  }

  /** A value that is not NULL, as it is printed. */
  private text(value: DuckDBValue): string {
    if (value instanceof DuckDBDecimalValue) return withoutNeedlessZeros(value.toString());
    if (value instanceof DuckDBTimestampTZValue) return this.instant(value.micros);
    if (
      value instanceof DuckDBTimestampValue ||
      value instanceof DuckDBTimestampSecondsValue ||
      value instanceof DuckDBTimestampMillisecondsValue ||
      value instanceof DuckDBTimestampNanosecondsValue
    ) {
      return value.toString().replace(' ', 'T');
    }
    if (value instanceof DuckDBDateValue) return value.toString();
    return String(value);
  }

  private json(value: DuckDBValue): string {
    if (value === null) return 'null';
    if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
    if (typeof value === 'number') {
      return Number.isFinite(value) ? JSON.stringify(value) : JSON.stringify(String(value));
    }
    if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) {
      return `[${value.items.map((item) => this.json(item)).join(',')}]`;
    }
    if (value instanceof DuckDBStructValue) {
      return jsonObject(
        Object.entries(value.entries).map(([name, item]) => [name, this.json(item)]),
      );
    }
    if (value instanceof DuckDBMapValue) {
      return jsonObject(
        value.entries.map(({ key, value: item }) => [
          key === null ? 'null' : this.text(key),
          this.json(item),
        ]),
      );
    }
    if (value instanceof DuckDBUnionValue) return this.json(value.value);
    return JSON.stringify(this.text(value));
  }

  /** `2024-03-04T09:30:00-05:00`, in the zone. */
  private instant(micros: bigint): string {
    // Infinity, and years that no calendar of ours reaches.
    const limit = 8_640_000_000_000_000n * 1000n;
    if (micros > limit || micros < -limit) return new DuckDBTimestampTZValue(micros).toString();
    const minutes = this.offset(micros);
    const local = micros + BigInt(minutes) * 60n * MICROSECONDS;
    const wall = new DuckDBTimestampValue(local).toString().replace(' ', 'T');
    const sign = minutes < 0 ? '-' : '+';
    const size = Math.abs(minutes);
    return `${wall}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  }

  private offset(micros: bigint): number {
    const step = micros / STEP;
    const known = this.offsets.get(step);
    if (known !== undefined) return known;
    const parts = this.offsetFormat.formatToParts(Number(micros / 1000n));
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const [, sign, hours, minutes] = /GMT([+-])(\d+):?(\d*)/.exec(name) ?? [];
    const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    const offset = sign === '-' ? -size : size;
    if (this.offsets.size >= STEPS_KEPT) this.offsets.clear();
    this.offsets.set(step, offset);
    return offset;
  }
}

function isNested(value: DuckDBValue): boolean {
  return (
    value instanceof DuckDBListValue ||
    value instanceof DuckDBArrayValue ||
    value instanceof DuckDBStructValue ||
    value instanceof DuckDBMapValue ||
    value instanceof DuckDBUnionValue
  );
}

/** A JSON column is text already; what is no JSON after all becomes a string. */
function jsonColumn(value: DuckDBValue): string {
  const text = String(value);
  try {
    JSON.parse(text);
    return text.replace(/[\r\n]+\s*/g, ' ');
  } catch {
    return JSON.stringify(text);
  }
}

function jsonObject(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`;
}

function two(number: number): string {
  return `${number}`.padStart(2, '0');
}
