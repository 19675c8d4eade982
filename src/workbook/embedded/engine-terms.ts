// The engine's words that the rest of the adapter speaks; it takes them from engine.ts.
export {
  BooleanNumber, BorderStyleTypes, CellValueType, CustomCommandExecutionError, HorizontalAlign, type ICellData, type IDisposable, InterceptorEffectEnum, type ILanguagePack, type IMutationInfo, type IRange, IResourceManagerService, type IStyleData,
  IUniverInstanceService, type IWorkbookData, type IWorksheetData, mergeWorksheetSnapshotWithDefault, type Nullable, ObjectMatrix, RedoCommand, UndoCommand, UniverInstanceType, VerticalAlign, type Workbook as Book, type Worksheet as Sheet, WrapStrategy,
} from "@univerjs/core";
export {
  ArrayValueObject, BaseFunction, type BaseValueObject, BooleanValueObject, ErrorType, ErrorValueObject, FormulaDataModel, FunctionType, IDefinedNamesService, type IFunctionInfo, IFunctionService, initSheetFormulaData, LexerTreeBuilder,
  NumberValueObject, RemoveDefinedNameMutation, SetDefinedNameMutation, SetFormulaCalculationStartMutation, SetTriggerFormulaCalculationStartMutation, StringValueObject,
} from "@univerjs/engine-formula";
export {
  InsertColMutation, InsertRowMutation, InsertSheetMutation, INTERCEPTOR_POINT, MoveColsMutation, MoveRangeMutation, MoveRowsMutation, RemoveColMutation, RemoveRowMutation,
  RemoveSheetMutation, SetRangeValuesCommand, SetRangeValuesMutation, SetSelectionsOperation, SetWorksheetActiveOperation, SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation, SheetInterceptorService, ToggleGridlinesMutation,
} from "@univerjs/sheets";
