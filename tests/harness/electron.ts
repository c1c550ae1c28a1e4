/**
 * A stand-in for the part of Electron's main process that the app uses. Windows are real Chromium pages (HARNESS_CDP),
 * or nothing but their bounds and events where tests need no page. Every member is checked against electron.d.ts, so an
 * API that is renamed or typed anew breaks the build here first.
 *
 * What tests set by the environment: HARNESS_DISPLAYS (JSON, the first display is the primary one), HARNESS_DIALOGS (JSON
 * list of answers), HARNESS_LANG. What they say later: see control.ts.
 */
export { app } from './app.ts'
export { ipcMain } from './ipc.ts'
export { screen } from './screen.ts'
export { protocol, session } from './session.ts'
export { dialog, Menu, nativeTheme, powerSaveBlocker, shell } from './system.ts'
export { BrowserWindow } from './windows.ts'
