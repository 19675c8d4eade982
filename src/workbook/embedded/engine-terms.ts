// The engine's words that the rest of the adapter speaks; it takes them from engine.ts.
export {
  BooleanNumber, BorderStyleTypes, CellValueType, HorizontalAlign, type ICellData, type IDisposable, type ILanguagePack, type IMutationInfo, type IRange, type IStyleData,
  type IWorkbookData, type IWorksheetData, mergeWorksheetSnapshotWithDefault, type Nullable, ObjectMatrix, RedoCommand, UndoCommand, VerticalAlign, type Workbook as Book, type Worksheet as Sheet, WrapStrategy,
} from "@univerjs/core";
export {
  ArrayValueObject, BaseFunction, type BaseValueObject, BooleanValueObject, ErrorType, ErrorValueObject, FunctionType, IDefinedNamesService, type IFunctionInfo, NumberValueObject,
  SetFormulaCalculationStartMutation, StringValueObject,
} from "@univerjs/engine-formula";
export {
  InsertColMutation, InsertRowMutation, InsertSheetMutation, INTERCEPTOR_POINT, MoveColsMutation, MoveRangeMutation, MoveRowsMutation, RemoveColMutation, RemoveRowMutation,
  RemoveSheetMutation, SetRangeValuesCommand, SetRangeValuesMutation, SetSelectionsOperation, SetWorksheetActiveOperation, SheetInterceptorService,
} from "@univerjs/sheets";
