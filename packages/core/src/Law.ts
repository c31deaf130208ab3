/**
 * The version of the law: of this package, as it stands in every decision's evidence.
 */
export const law = "0.1.0"
