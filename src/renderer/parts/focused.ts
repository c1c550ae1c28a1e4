/** Where reading begins: given to what a new view is headed by, so that a screen reader reads it and Tab goes on from it. */
export const focused = (element: HTMLElement): void => element.focus()
