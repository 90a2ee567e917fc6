import { Input } from "@fluentui/react-components";
import { useState } from "react";

interface CommittedInputProps {
  readonly id: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly placeholder?: string;
  readonly after?: string;
  readonly numeric?: boolean;
  readonly describedBy?: string;
}

/** A field whose text counts when it is left or Enter is pressed, not at every key; Esc brings back what was there. */
export function CommittedInput({ id, value, onCommit, placeholder, after, numeric = false, describedBy }: CommittedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== value) onCommit(typed.trim());
    setTyped(null);
  };
  return (
    <Input
      id={id}
      style={{ minWidth: 0 }}
      value={typed ?? value}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(after === undefined ? {} : { contentAfter: after })}
      {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
      inputMode={numeric ? "decimal" : "text"}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key !== "Escape" || typed === null) return;
        event.stopPropagation();
        setTyped(null);
      }}
    />
  );
}
