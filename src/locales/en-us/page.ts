import type { PageTexts } from "../page-texts.ts";

export const page: PageTexts = {
  title: "Headroom workbook",
  views: "Show",
  grid: "Sheet",
  pane: "Pane",
  divider: "Divider between sheet and pane; left and right arrows move it. F6 goes from sheet to pane to file bar",
  loading: "Loading the workbook…",
  loadingHint: "The first time takes a few seconds. The pane can be used already.",
  failed: "The workbook could not be loaded.",
  failedHint: "Check the connection and try again. What was kept on this machine is still there.",
  retry: "Try again",
  blank: "blank",
  formula: (formula) => `formula ${formula}`,
  errors: {
    "#SPILL!": "Cells that the result needs are not empty. Clear them, or move the formula.",
    "#NAME?": "The formula has a name that is not known. Check the function's name, and put text in double quotes.",
    "#REF!": "A cell the formula refers to is no longer there.",
    "#DIV/0!": "The divisor is zero or blank.",
    "#N/A": "A figure is not available, or the formula has too many arguments. Count them, and put text in straight double quotes.",
    "#VALUE!": "The formula is not complete, or an argument is of the wrong kind.",
    "#CYCLE!": "The formula refers to itself, directly or through other cells.",
  },
  fault: "Something went wrong inside the function, and there is no result. This is a fault of the program: please report it with the formula and its arguments.",
};
