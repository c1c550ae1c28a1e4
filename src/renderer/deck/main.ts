import { mount } from 'svelte'
import '../parts/base.css'
import { look } from '../parts/look.svelte.ts'
import Deck from './Deck.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('no #app element')
// Where the shell cannot say how windows look, the deck still has to be shown.
await look.start().catch((error: unknown) => console.error(error))
mount(Deck, { target })
