import "../components/cable-chat.define.ts";
