/** A file's name as every system takes it. */
export const fileName = (name: string): string => name.replace(/[:<>"|?*\\/]/g, '-')
