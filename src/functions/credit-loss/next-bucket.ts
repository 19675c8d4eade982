import { refuse } from "../../core/refusal.ts";
import { numberIn, oneVector, optional, type Parameter, required } from "../parameter.ts";
import type { Vector } from "../vector.ts";

/** Indices of buckets, 1-based as users count them; read as a function of how many buckets there are. */
export function nextBuckets(): Parameter<Vector<(buckets: number) => number> | undefined> {
  return optional(
    required("indices", (argument, name) =>
      oneVector(argument, name, (cell, place) => {
        const value = numberIn(cell, place);
        return (buckets) => {
          if (value.isInteger() && value.gte(1) && value.lte(buckets)) return value.toNumber() - 1;
          return refuse({ code: "no-such-bucket", place, value: value.toString(), buckets });
        };
      }),
    ),
  );
}
