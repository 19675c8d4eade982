import { catalogue } from "../../functions/catalogue.ts";

/** The name before our functions in a formula: HEADROOM.ECL.RATES. */
const namespace = "HEADROOM.";

/** Excel's mark of a function that an add-in brings; the dots of its name become underscores in the file. */
const addInMark = "_xldudf_";

const names = catalogue.map(({ id, returns }) => ({ name: `${namespace}${id}`, stored: `${addInMark}${`${namespace}${id}`.replaceAll(".", "_")}`, returns }));
const byName = new Map(names.map((entry) => [entry.name, entry]));
const byStored = new Map(names.map((entry) => [entry.stored.toUpperCase(), entry]));

/** How the file stores one of our functions; undefined for any other. */
export const storedName = (name: string) => byName.get(name.toUpperCase())?.stored;

/** Our function behind a stored name; undefined for any other, another add-in's too. */
export const nameOfStored = (stored: string) => byStored.get(stored.toUpperCase())?.name;

export const isOurs = (name: string) => byName.has(name.toUpperCase());

/** Whether a stored formula calls one of our functions, or another add-in's. */
export const callsOurs = (stored: string) => stored.toLowerCase().includes(addInMark);

/** Whether one of our functions spills. */
export const isOurTable = (name: string) => byName.get(name.toUpperCase())?.returns === "matrix";

const list = (text: string) => new Set(text.split(/\s+/).filter((name) => name !== ""));

/** Functions of worksheets newer than the file format, stored with "_xlfn." (Microsoft, "Issue: An _xlfn. prefix is displayed in front of a formula"). */
const newer = list(`
  ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW
  CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T
  COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ECMA.CEILING ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST
  FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT
  GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISO.CEILING ISOMITTED ISOWEEKNUM
  LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE
  PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE
  REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT
  TOCOL TOROW TRANSLATE DETECTLANGUAGE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`);

// These four were in the file format before the prefix was thought of.
for (const name of ["NETWORKDAYS.INTL", "WORKDAY.INTL", "ISO.CEILING", "ECMA.CEILING"]) newer.delete(name);
newer.delete("AGGREGATE");

const worksheetOnly = list("FILTER SORT");

/** How the file stores a function of Excel. */
export function excelStoredName(name: string): string {
  const upper = name.toUpperCase();
  if (worksheetOnly.has(upper)) return `_xlfn._xlws.${upper}`;
  return newer.has(upper) ? `_xlfn.${upper}` : name;
}

/** The name a person types, from the stored one. */
export const typedName = (stored: string) => nameOfStored(stored) ?? stored.replace(/^_xlfn\.(?:_xlws\.)?|^_xlws\.|^_xludf\.(?=[A-Z.]+$)/i, "");

/** Functions that answer with a block whatever they are given. */
const blocks = list(`FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY TRANSPOSE MMULT MINVERSE MUNIT FREQUENCY LINEST LOGEST TREND GROWTH TEXTSPLIT VSTACK HSTACK TOROW TOCOL
  WRAPROWS WRAPCOLS TAKE DROP EXPAND CHOOSEROWS CHOOSECOLS MAP BYROW BYCOL SCAN MAKEARRAY REDUCE LET LAMBDA MODE.MULT GROUPBY PIVOTBY TRIMRANGE`);

export const returnsBlock = (name: string) => blocks.has(name.toUpperCase()) || isOurTable(name);

/** Functions that take whole ranges in every argument. */
const anywhere = list(`SUM SUMSQ PRODUCT MAX MIN MAXA MINA AVERAGE AVERAGEA COUNT COUNTA COUNTBLANK MEDIAN MODE MODE.SNGL STDEV STDEV.S STDEV.P STDEVA STDEVP VAR VAR.S VAR.P VARA VARP
  AND OR XOR NPV SUMPRODUCT TEXTJOIN CONCAT ROWS COLUMNS SUBTOTAL AGGREGATE CORREL PEARSON RSQ SLOPE INTERCEPT COVARIANCE.P COVARIANCE.S COVAR STEYX GEOMEAN HARMEAN AVEDEV DEVSQ SKEW KURT
  SUMX2MY2 SUMX2PY2 SUMXMY2 GCD LCM MULTINOMIAL MDETERM AREAS SHEETS IRR MIRR`);

const in0 = (at: number) => at === 0;
const even = (at: number) => at % 2 === 0;
const from0Odd = (at: number) => at === 0 || at % 2 === 1;
const somewhere: Readonly<Record<string, (at: number) => boolean>> = {
  VLOOKUP: (at) => at === 1, HLOOKUP: (at) => at === 1, LOOKUP: (at) => at > 0, MATCH: (at) => at === 1, XMATCH: (at) => at === 1, XLOOKUP: (at) => at === 1 || at === 2,
  INDEX: in0, OFFSET: in0, SUMIF: (at) => at !== 1, AVERAGEIF: (at) => at !== 1, COUNTIF: in0, SUMIFS: from0Odd, AVERAGEIFS: from0Odd, MAXIFS: from0Odd, MINIFS: from0Odd, COUNTIFS: even,
  XNPV: (at) => at > 0, XIRR: (at) => at < 2, RANK: (at) => at === 1, "RANK.EQ": (at) => at === 1, "RANK.AVG": (at) => at === 1,
  LARGE: in0, SMALL: in0, PERCENTILE: in0, "PERCENTILE.INC": in0, "PERCENTILE.EXC": in0, QUARTILE: in0, "QUARTILE.INC": in0, "QUARTILE.EXC": in0, TRIMMEAN: in0, PERCENTRANK: in0,
  FORECAST: (at) => at > 0, "FORECAST.LINEAR": (at) => at > 0, FVSCHEDULE: (at) => at === 1, NETWORKDAYS: (at) => at === 2, WORKDAY: (at) => at === 2,
};

/** Whether a function takes a whole range as that argument (0-based), so that Excel neither spills nor cuts it to one cell. */
export function takesRange(name: string, argument: number): boolean {
  const upper = name.toUpperCase();
  return isOurs(upper) || anywhere.has(upper) || (somewhere[upper]?.(argument) ?? false);
}

/** Functions that calculate over arrays whatever stands in that argument. */
export function isNativelyArray(name: string, argument: number): boolean {
  const upper = name.toUpperCase();
  return upper === "SUMPRODUCT" || upper === "MMULT" || (upper === "LOOKUP" && argument > 0) || (upper === "AGGREGATE" && argument > 1);
}

/** Functions of which every argument is one value. */
const scalars = list(`ABS SIGN INT TRUNC ROUND ROUNDUP ROUNDDOWN MROUND CEILING FLOOR MOD POWER SQRT EXP LN LOG LOG10 SIN COS TAN TEXT VALUE LEFT RIGHT MID LEN TRIM UPPER LOWER PROPER FIND SEARCH
  SUBSTITUTE REPLACE REPT EXACT FIXED DATE YEAR MONTH DAY HOUR MINUTE SECOND TIME WEEKDAY DATEVALUE TIMEVALUE NOT PV FV PMT RATE NPER`);

/** Whether a function surely wants one value as that argument (0-based). */
export function isScalarPlace(name: string, argument: number): boolean {
  const upper = name.toUpperCase();
  return scalars.has(upper) || (upper in somewhere && !takesRange(upper, argument)) || (upper === "IF" && argument === 0);
}
