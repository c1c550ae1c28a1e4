/** How the name of a path's deck begins. */
export const pathPrefix = 'path:'
