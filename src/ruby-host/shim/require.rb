# frozen_string_literal: true

# Gems that are here under other names.
module Kernel
  alias utterson_require require
  private :utterson_require

  def require(name)
    if name.is_a?(String) && name.match?(%r!\A(jekyll|liquid|jemoji)([/-].*)?\z!)
      Utterson::Registered.required << name
      return false
    end

    return Utterson::Network.load && true if Utterson::Network.stands_in_for?(name)

    utterson_require(name)
  rescue LoadError => e
    raise e if !name.is_a?(String) || name.start_with?("/", ".")

    raise Utterson.explain(e, name) if e.path && e.path != name

    return utterson_require(name) if Utterson::Gems.find(name)

    Utterson::StandIns.load(name) || raise(Utterson.explain(e, name))
  end
  private :require
end

module Utterson
  def self.explain(error, name)
    return error unless RUBY_PLATFORM.include?("wasm")

    reason = name.match?(%r!\A(socket|net/)!) ? "the network, of which plugins in WebAssembly have no more than `net/http` and `open-uri`" : "a gem that is not in the site's folders, or not in Ruby alone"
    LoadError.new("cannot load such file -- #{name} (it needs #{reason}; set `utterson: {ruby: system}` for an installed Ruby)").tap { |one| one.set_backtrace(error.backtrace) }
  end

  # Pure Ruby in the folders of gems that the site has.
  module Gems
    @added = []

    class << self
      attr_writer :folders

      # Puts the folder of the gem that has a file on the path.
      def find(name)
        file = name.end_with?(".rb") ? name : "#{name}.rb"
        lib = Reads.silently do
          (@folders ||= []).flat_map { |folder| Dir.glob("#{folder}/*/lib") }.sort.reverse
                           .find { |one| !@added.include?(one) && File.file?(File.join(one, file)) }
        end
        return false if lib.nil?

        @added << lib
        $LOAD_PATH.unshift(lib)
        true
      end
    end
  end
end
