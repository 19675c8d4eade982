/** Published cases that no function covers, each with the reason. */
export const uncovered: Readonly<Record<string, string>> = {
  "003-04": "The table is lost in the scan: no cell of it can be read.",
  "004-11": "The unit consumption of ore is not printed, so MARGIN.SPREAD has nothing to multiply the ore price by.",
  "004-57": "Charges are made item by item, and only classes are printed; NRV.PROVISION needs the items and their opening allowances.",
  "004-65": "Only a conclusion in words is printed; what FUND.GAP makes of the sources and uses is a test of its own.",
  "c001-070": "The item list, contract prices and costs to completion are not printed.",
  "c001-128": "The yearly flows of the project are not printed, only the results of their evaluation.",
  "c001-130": "The yearly flows of the project are not printed, only the results of their evaluation.",
  "002b-M10-icr-2025": "Profit before tax of the five months is not printed.",
  "002b-M10-ratios": "The balance sheet, depreciation and amortisation of the target are not printed.",
  "002b-M49-gm-merge": "Revenue and cost of the generators and of the grid are not printed, and the formula of the merger is not stated.",
  "003-63": "The table of the project forecast is lost in the scan.",
};
