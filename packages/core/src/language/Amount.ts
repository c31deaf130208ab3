/**
 * Amounts as people read them: one of a thing, or several. `1 minute` and `2 minutes`, never `1 minutes`.
 */

/** `1 trainee`, `2 trainees`; the plural is given where it is not the singular and an s. */
export const sayAmount = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`

/** `1 minute`, `20 minutes`. */
export const sayMinutes = (count: number): string => sayAmount(count, "minute")
