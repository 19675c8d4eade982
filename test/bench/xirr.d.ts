declare module "xirr" {
  /** The rate of dated amounts; throws where it finds none. */
  export default function xirr(transactions: readonly { readonly amount: number; readonly when: Date }[], options?: { readonly guess?: number }): number;
}
