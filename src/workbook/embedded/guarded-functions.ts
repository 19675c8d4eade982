import type { Engine } from "./engine.ts";
import { ErrorType, ErrorValueObject, IFunctionService } from "./engine-terms.ts";

/** An exception in any function, the engine's own ones too, would end all calculation for good: it becomes an error in its cell. */
export function guardFunctions(engine: Engine): void {
  for (const [name, executor] of engine.service(IFunctionService).getExecutors()) {
    const calculate = executor.calculate.bind(executor);
    executor.calculate = (...values) => {
      try {
        return calculate(...values);
      } catch (error) {
        console.error(`${String(name)} failed`, error);
        return ErrorValueObject.create(ErrorType.VALUE);
      }
    };
  }
}
