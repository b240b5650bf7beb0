import { diagnoseToken04 } from 'zego-token04/dev-browser'
import { createApp } from './app/app.js'
import { drawShell } from './app/shell.js'
import { showGenerated } from './app/show-generated.js'
import { initialState } from './app/state.js'
import { generateFrom } from './logic/generate-form.js'

const root = document.getElementById('app') as HTMLElement
const app = createApp(root, initialState(navigator.language.startsWith('zh') ? 'zh' : 'en'), drawShell)

// the diagnosis is loaded when it is first needed: now, so that nothing is loaded later
await diagnoseToken04('')
const { form } = app.state
const { token } = await generateFrom(form, app.now)
app.redraw(showGenerated(form, token ?? ''))
setInterval(() => app.tick(), 1000)
document.documentElement.dataset.ready = 'true'
